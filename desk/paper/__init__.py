"""What is printed: PDFs from plain data, and the way to a printer."""
