"""The alert: action sheet, outbox, media."""
