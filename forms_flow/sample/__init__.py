"""Made-up applications in any number, to measure and to practise with."""
