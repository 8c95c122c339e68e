"""Files that people open outside the site: spreadsheets to fill in, tables to work with."""
