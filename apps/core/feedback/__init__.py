"""Messages from readers to the people who look after hipcare."""
