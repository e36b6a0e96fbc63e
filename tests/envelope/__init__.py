"""Tests of the signed container."""
