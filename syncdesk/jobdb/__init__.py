"""The job database: reflected tables, mapped columns, exact values, conditional writes. Implements the
JobStore port."""
