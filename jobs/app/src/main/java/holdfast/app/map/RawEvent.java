package holdfast.app.map;

import holdfast.flink.wire.Origin;

/** One record as it was found. */
final class RawEvent {

    private final Origin origin;
    private final byte[] value;
    private final String place;

    /**
     * A record.
     *
     * @param origin where the edge thinks it comes from
     * @param value its bytes, which nobody changes any more
     * @param place how to find it again, such as line 17
     */
    RawEvent(Origin origin, byte[] value, String place) {
        this.origin = origin;
        this.value = value;
        this.place = place;
    }

    Origin origin() {
        return origin;
    }

    byte[] value() {
        return value;
    }

    String place() {
        return place;
    }

    /** Whether it may be a JSON object, which fields can be taken from. */
    boolean isJson() {
        return value.length > 0 && value[0] == '{';
    }
}
