"""What expressions mean on the calendar, counted from the day of publication and from the dates before them."""
