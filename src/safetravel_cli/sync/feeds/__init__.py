"""Live sources: one module each, one line each in FEEDS."""

from safetravel_cli.sync.feeds import ecb, fawazahmed0, uk_advice

FEEDS = (ecb.FEED, fawazahmed0.FEED, uk_advice.FEED)
