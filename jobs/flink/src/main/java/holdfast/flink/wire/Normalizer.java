package holdfast.flink.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.playbook.Mapping;
import holdfast.schemas.v1.Disposition;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of one topic into checked arrivals.
 *
 * <p>The first byte tells the format: <code>{</code> is JSON, C3 is Avro single-object, 00 Avro in
 * the frame of a schema registry. Never throws, whatever the bytes: what cannot be read is an
 * arrival of kind REJECTED. Holds buffers: not thread-safe, and not serializable.
 */
public final class Normalizer {
    /** Name of the activity that a profile record becomes. */
    public static final String PROFILE_NAME = "Profile Updated";

    private static final byte[] NO_BYTES = {};
    private static final byte JSON_FIRST = '{';
    private static final byte AVRO_FIRST = (byte) 0xC3;
    private static final byte AVRO_SECOND = 1;
    private static final List<String> DISPOSITIONS =
            Stream.of(Disposition.values())
                    .filter(disposition -> disposition != Disposition.UNKNOWN)
                    .map(Enum::name)
                    .toList();

    private final RecordKind kind;
    private final SourceKind source;
    private final int valueBytesMax;
    private final RawFields raw = new RawFields();
    private final CheckedFields checked;
    private final JsonFields json;
    private final AvroFields avro;
    private final RegisteredFields registered;

    private Normalizer(
            RecordKind kind,
            SourceKind source,
            FieldTrie paths,
            Currency currency,
            WireLimits limits,
            SchemaSource schemas) {
        this.kind = kind;
        this.source = source;
        this.valueBytesMax = limits.valueBytesMax();
        this.checked = new CheckedFields(raw, currency, limits);
        this.json = new JsonFields(paths, limits.valueBytesMax());
        this.avro = new AvroFields(kind.schema(), KnownSchemas.of(kind.schema()));
        this.registered = new RegisteredFields(kind, paths, schemas);
    }

    /** The normalizer of the topics of one source, where there is no schema registry. */
    public static Normalizer of(
            SourceKind source, Mapping mapping, Currency currency, WireLimits limits) {
        return of(source, mapping, currency, limits, SchemaSource.none());
    }

    /**
     * The normalizer of the topics of one source.
     *
     * @param mapping where the fields of events lie, in JSON and in registered schemas; the other
     *     topics have fixed names
     * @param currency the reporting currency, with 0 to 3 digits
     * @param schemas of records in a registry's frame
     */
    public static Normalizer of(
            SourceKind source,
            Mapping mapping,
            Currency currency,
            WireLimits limits,
            SchemaSource schemas) {
        RecordKind kind = RecordKind.of(source);
        FieldTrie paths = kind == RecordKind.EVENT ? FieldTrie.of(mapping) : FieldTrie.of(kind);
        return new Normalizer(kind, source, paths, currency, limits, schemas);
    }

    /** The normalizer of the tick topic; its arrivals have the source CONTROL. */
    public static Normalizer ofTicks(WireLimits limits) {
        return new Normalizer(
                RecordKind.TICK,
                SourceKind.CONTROL,
                FieldTrie.of(RecordKind.TICK),
                Currency.getInstance("EUR"),
                limits,
                SchemaSource.none());
    }

    /**
     * What the record means.
     *
     * @param value the record's value, null for a tombstone; kept by a refused arrival, so it must
     *     not be changed afterwards
     * @throws CancellationException if the thread was interrupted while it waited for a schema
     */
    public Arrival arrival(Origin origin, byte @Nullable [] value) {
        byte[] bytes = value == null ? NO_BYTES : value;
        try {
            read(bytes);
            return arrivalOf(origin, bytes);
        } catch (Refusal e) {
            return Arrival.rejected(origin, source, e.reason(), e.detail(), bytes);
        } catch (CancellationException e) {
            // The task ends: what the record means is not known, so it is not refused either.
            throw e;
        } catch (RuntimeException e) {
            // No bytes may stop the job, not even those that a library did not expect.
            RejectReason reason =
                    bytes[0] == JSON_FIRST ? RejectReason.BROKEN_JSON : RejectReason.BROKEN_AVRO;
            return Arrival.rejected(origin, source, reason, e.getClass().getSimpleName(), bytes);
        }
    }

    private void read(byte[] value) throws Refusal {
        if (value.length == 0) {
            throw new Refusal(RejectReason.EMPTY_VALUE, "no bytes");
        }
        if (value.length > valueBytesMax) {
            throw new Refusal(
                    RejectReason.TOO_LARGE, value.length + " bytes, at most " + valueBytesMax);
        }
        raw.clear();
        switch (value[0]) {
            case JSON_FIRST -> readJson(value);
            case AVRO_FIRST -> readAvro(value);
            case RegistryFrame.MAGIC -> readRegistered(value);
            default ->
                    throw new Refusal(
                            RejectReason.UNKNOWN_FORMAT,
                            "first byte " + Integer.toHexString(value[0] & 0xFF));
        }
    }

    private void readJson(byte[] value) throws Refusal {
        try {
            json.read(value, raw);
        } catch (JacksonException e) {
            JsonLocation location = e.getLocation();
            throw new Refusal(
                    RejectReason.BROKEN_JSON,
                    location == null
                            ? "too deep or too long"
                            : "at byte " + location.getByteOffset());
        } catch (IOException e) {
            throw new Refusal(RejectReason.BROKEN_JSON, e.getClass().getSimpleName());
        }
    }

    private void readAvro(byte[] value) throws Refusal {
        if (value.length < 2 || value[1] != AVRO_SECOND) {
            throw new Refusal(RejectReason.UNKNOWN_FORMAT, "C3 without 01");
        }
        try {
            avro.read(value, raw);
        } catch (IOException e) {
            throw new Refusal(RejectReason.BROKEN_AVRO, String.valueOf(e.getMessage()));
        }
    }

    private void readRegistered(byte[] value) throws Refusal {
        try {
            registered.read(value, raw);
        } catch (IOException e) {
            throw new Refusal(RejectReason.BROKEN_AVRO, String.valueOf(e.getMessage()));
        }
    }

    private Arrival arrivalOf(Origin origin, byte[] value) throws Refusal {
        return switch (kind) {
            case EVENT -> event(origin, value);
            case PROFILE -> activity(origin, checked.timeMillis(origin), PROFILE_NAME);
            case OUTCOME -> activity(origin, checked.timeMillisOrOrigin(origin), disposition());
            case CONTROL -> control(origin);
            case TICK -> Arrival.tick(origin, checked.timeMillis(origin));
        };
    }

    private Arrival event(Origin origin, byte[] value) throws Refusal {
        String name = checked.name();
        if (name.isEmpty()) {
            throw new Refusal(
                    RejectReason.NO_EVENT_NAME, "no field that the mapping names holds it");
        }
        long timeMillis = checked.timeMillis(origin);
        String customerId = checked.customerId();
        long amountMinor = checked.amountMinor();
        long refersToMillis = checked.refersToMillis(timeMillis, origin);
        if (customerId.isEmpty()) {
            return Arrival.unidentified(origin, source, timeMillis);
        }
        Activity activity =
                new Activity(
                        customerId,
                        timeMillis,
                        name,
                        amountMinor,
                        refersToMillis,
                        checked.messageHash(),
                        source);
        return amountMinor < 0
                ? Arrival.activity(origin, activity, value)
                : Arrival.activity(origin, activity);
    }

    private Arrival activity(Origin origin, long timeMillis, String name) throws Refusal {
        String customerId = checked.customerId();
        if (customerId.isEmpty()) {
            return Arrival.unidentified(origin, source, timeMillis);
        }
        return Arrival.activity(
                origin,
                new Activity(customerId, timeMillis, name, 0, 0, checked.messageHash(), source));
    }

    private String disposition() throws Refusal {
        String name = checked.name();
        if (name.isEmpty()) {
            throw new Refusal(RejectReason.NO_EVENT_NAME, "no disposition");
        }
        if (!DISPOSITIONS.contains(name)) {
            throw new Refusal(
                    RejectReason.BAD_CONTROL,
                    Refusal.quoted(name) + " is no disposition; known are " + DISPOSITIONS);
        }
        return name;
    }

    private Arrival control(Origin origin) throws Refusal {
        String name = checked.name();
        ControlAction action = ControlAction.ofName(name);
        if (action == null) {
            throw new Refusal(RejectReason.BAD_CONTROL, Refusal.quoted(name) + " is no action");
        }
        String customerId = checked.customerId();
        if (customerId.isEmpty() && action.needsCustomer()) {
            throw new Refusal(RejectReason.BAD_CONTROL, name + " needs a customer_id");
        }
        return Arrival.control(
                origin,
                new ControlOrder(
                        action,
                        customerId,
                        checked.timeMillisOrOrigin(origin),
                        checked.untilMillis(),
                        checked.messageHash()));
    }
}
