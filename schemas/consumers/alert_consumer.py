import sys
from kafka import KafkaConsumer

done = {}  # newest step by alert; yours is a table
for alert in KafkaConsumer("retention.alerts.v1", bootstrap_servers=sys.argv[1],
                           group_id="marketing", auto_offset_reset="earliest"):
    header = {name: value.decode() for name, value in alert.headers}
    alert_id, step = header["ce_id"].split(".")
    if int(step) <= done.get(alert_id, 0):
        continue  # delivered again
    done[alert_id] = int(step)
    if header["ce_type"] in ("holdfast.alert.opened.v1", "holdfast.alert.escalated.v1"):
        print("call", alert.key.decode(), "about", alert_id, flush=True)
    else:  # recovered, retracted, expired
        print("cancel the call about", alert_id, flush=True)
