"""The words of the data: every record, each field with the sentence that the data dictionary publishes."""
