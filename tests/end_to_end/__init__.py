"""The whole month, from the notice to the consolidated workbook."""
