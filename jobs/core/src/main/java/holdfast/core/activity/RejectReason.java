package holdfast.core.activity;

import java.util.Locale;

/** Why a record was dead-lettered, with what its sender can do about it. */
public enum RejectReason {
    EMPTY_VALUE("send a JSON or Avro value; only compacted topics may carry tombstones"),
    BROKEN_JSON("send one complete JSON object in UTF-8"),
    BROKEN_AVRO("write the record with the schema that its header names"),
    BROKEN_CSV("write each row as the header says, with quotes closed and doubled inside"),
    UNKNOWN_FORMAT("start the value with { for JSON, C3 01 or 00 for Avro"),
    UNKNOWN_SCHEMA("register the schema before sending records written with it"),
    TOO_LARGE("send less in one record"),
    NO_EVENT_NAME("name the event in a field that the playbook's mapping lists"),
    NAME_TOO_LONG("use a short, fixed event name; put details into properties"),
    NO_TIME("send the time of the event in a field that the playbook's mapping lists"),
    BAD_TIME("send the time as ISO-8601 with a zone, or as milliseconds since 1970"),
    TIME_TOO_OLD("send history through a backfill, or correct the sender's clock"),
    TIME_IN_SECONDS("send milliseconds, or mark the path with :seconds in the mapping"),
    TIME_IN_FUTURE("correct the sender's clock; it runs ahead of the broker's"),
    CUSTOMER_ID_TOO_LONG("send the customer's stable short id"),
    BAD_AMOUNT("send the amount as a plain decimal number"),
    AMOUNT_OUT_OF_RANGE("check the amount's unit; it is larger than any order"),
    NEGATIVE_AMOUNT("send it under an event that the playbook declares a refund"),
    OTHER_CURRENCY("convert to the playbook's currency before sending"),
    BAD_CONTROL("correct the control message; nothing was changed"),
    BAD_MODEL("correct and publish the model again; the old one keeps serving"),
    BAD_PLAYBOOK("correct and publish the playbook again; the old one keeps serving"),
    BAD_POPULATION("correct and publish the figures again; the old ones keep serving");

    private final String advice;

    RejectReason(String advice) {
        this.advice = advice;
    }

    /** The way out, in one line for the person who sends such records. */
    public String advice() {
        return advice;
    }

    /** The word for this reason in metrics and dead-letter headers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
