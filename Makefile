# Short names for those who have make; dev.py does the work on every system.
PYTHON ?= python3

.PHONY: run test check bench soak
run test check bench soak:
	$(PYTHON) dev.py $@ $(ARGS)
