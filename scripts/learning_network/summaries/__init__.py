"""What answers say together: merged, counted, compared."""
