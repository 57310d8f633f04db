"""Live sources: one module each, one line each in FEEDS."""

from safetravel_cli.sync.feeds import ca_advice, cdc, de_advice, ecb, ecb_history, fawazahmed0, gdacs, uk_advice, us_advice

FEEDS = (
    ecb.FEED,
    fawazahmed0.FEED,
    uk_advice.FEED,
    us_advice.FEED,
    ca_advice.FEED,
    de_advice.FEED,
    cdc.FEED,
    gdacs.FEED,
    ecb_history.FEED,
)
