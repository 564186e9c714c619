package holdfast.app.faults;

import holdfast.app.kafka.Topic;
import holdfast.core.activity.RejectReason;
import holdfast.core.playbook.Presets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Values that no job should have to read. None is about a customer who is not called poison. */
final class Poison {

    private static final int BYTES_MAX = 300;
    private static final int DAMAGES_MAX = 5;
    private static final int HUGE = 200_000;
    private static final int OVER_FOUR_MEBIBYTES = 5_000_000;

    /** A sound customer event, in Avro single-object encoding. */
    private static final String AVRO =
            "c301c6c0c71b86faae1f020c706f69736f6e00085669657780a0d5edee66"
                    + "02046d3102c4130206455552000208706167650e2f6261736b657400";

    private static final String SOUND_TIME = "\"timestamp\":\"2026-01-01T00:00:00Z\"";

    private final SplittableRandom random;
    private final List<byte[]> sound;

    Poison(long seed) {
        random = new SplittableRandom(seed);
        sound =
                List.of(
                        bytes(event(SOUND_TIME + ",\"properties\":{\"total\":-12.5}")),
                        bytes(event(SOUND_TIME + ",\"properties\":{\"total\":9e1}")),
                        bytes("{\"action\":\"SUPPRESS\",\"customer_id\":\"poison\"}"),
                        bytes("{\"disposition\":\"REACHED\",\"customer_id\":\"poison\"}"),
                        HexFormat.of().parseHex(AVRO));
    }

    /** Events that must be refused, with the reason. */
    static Map<String, RejectReason> refusedEvents() {
        Map<String, RejectReason> refused = new LinkedHashMap<>();
        refused.put("", RejectReason.EMPTY_VALUE);
        refused.put("{", RejectReason.BROKEN_JSON);
        refused.put("{}{}", RejectReason.BROKEN_JSON);
        refused.put("{\"a\":".repeat(5_000), RejectReason.BROKEN_JSON);
        refused.put("[1,2]", RejectReason.UNKNOWN_FORMAT);
        refused.put("null", RejectReason.UNKNOWN_FORMAT);
        refused.put("\0\0\0\0\7poison", RejectReason.UNKNOWN_SCHEMA);
        refused.put("{}", RejectReason.NO_EVENT_NAME);
        refused.put(event(""), RejectReason.NO_TIME);
        refused.put(event("\"timestamp\":NaN"), RejectReason.BROKEN_JSON);
        refused.put(event("\"timestamp\":\"NaN\""), RejectReason.BAD_TIME);
        refused.put(event("\"timestamp\":\"yesterday\""), RejectReason.BAD_TIME);
        refused.put(event("\"timestamp\":1e400"), RejectReason.TIME_IN_FUTURE);
        refused.put(event("\"timestamp\":0"), RejectReason.TIME_TOO_OLD);
        refused.put(event("\"timestamp\":-1"), RejectReason.TIME_TOO_OLD);
        refused.put(event("\"timestamp\":\"1970-01-01T00:00:00Z\""), RejectReason.TIME_TOO_OLD);
        refused.put(event("\"timestamp\":1767225600"), RejectReason.TIME_IN_SECONDS);
        refused.put(event("\"timestamp\":\"9999-12-31T23:59:59Z\""), RejectReason.TIME_IN_FUTURE);
        refused.put(event("\"timestamp\":\"2027-01-01T00:00:00Z\""), RejectReason.TIME_IN_FUTURE);
        refused.put(money("\"total\":\"NaN\""), RejectReason.BAD_AMOUNT);
        refused.put(money("\"total\":{}"), RejectReason.BAD_AMOUNT);
        refused.put(money("\"total\":1e300"), RejectReason.AMOUNT_OUT_OF_RANGE);
        refused.put(money("\"total\":-1e11"), RejectReason.AMOUNT_OUT_OF_RANGE);
        refused.put(money("\"total\":-5"), RejectReason.NEGATIVE_AMOUNT);
        refused.put(money("\"total\":5,\"currency\":\"USD\""), RejectReason.OTHER_CURRENCY);
        refused.put(named("x".repeat(HUGE)), RejectReason.NAME_TOO_LONG);
        refused.put(named("x".repeat(OVER_FOUR_MEBIBYTES)), RejectReason.TOO_LARGE);
        refused.put(
                "{\"userId\":\"" + "x".repeat(HUGE) + "\",\"event\":\"View\"," + SOUND_TIME + "}",
                RejectReason.CUSTOMER_ID_TOO_LONG);
        return refused;
    }

    /** Publications that must be refused: nothing of them may ever serve. */
    List<Publication> publications() {
        String preset = Presets.generic().source();
        return List.of(
                new Publication(Topic.PLAYBOOKS, "p", ""),
                new Publication(Topic.PLAYBOOKS, "p", "playbook: ["),
                new Publication(Topic.PLAYBOOKS, "p", "[".repeat(HUGE)),
                new Publication(Topic.PLAYBOOKS, "p", laughs()),
                new Publication(Topic.PLAYBOOKS, "p", "!!java.net.URL [\"http://x\"]"),
                new Publication(Topic.PLAYBOOKS, "p", preset.substring(0, 300)),
                new Publication(
                        Topic.PLAYBOOKS, "p", preset.replace("open-at: 0.60", "open-at: .nan")),
                new Publication(
                        Topic.PLAYBOOKS, "p", preset.replace("horizon: 30d", "horizon: 90d")),
                new Publication(Topic.PLAYBOOKS, "p", noise()),
                new Publication(Topic.MODELS, "m", ""),
                new Publication(Topic.MODELS, "m", "{\"version\":"),
                new Publication(Topic.MODELS, "m", "{\"version\":\"NaN\",\"outcomes\":NaN}"),
                new Publication(Topic.MODELS, "m", "[".repeat(HUGE)),
                new Publication(Topic.MODELS, "m", noise()),
                new Publication(Topic.MODELS, "population", "{}"),
                new Publication(Topic.MODELS, "population", "population: -1"),
                new Publication(Topic.MODELS, "population", noise()));
    }

    /** A record for the topics of models and playbooks. */
    record Publication(Topic topic, String key, String text) {}

    /** The next fuzzed value: noise, or a sound record cut off or damaged in a few places. */
    byte[] next() {
        byte[] value = sound.get(random.nextInt(sound.size()));
        return switch (random.nextInt(4)) {
            case 0 -> random();
            case 1 -> Arrays.copyOf(value, random.nextInt(value.length));
            default -> damaged(value.clone());
        };
    }

    private String noise() {
        return new String(random(), StandardCharsets.ISO_8859_1);
    }

    private byte[] random() {
        byte[] value = new byte[1 + random.nextInt(BYTES_MAX)];
        random.nextBytes(value);
        return value;
    }

    private byte[] damaged(byte[] value) {
        for (int damage = random.nextInt(DAMAGES_MAX); damage >= 0; damage--) {
            int at = random.nextInt(value.length);
            switch (random.nextInt(3)) {
                case 0 -> value[at] = (byte) random.nextInt();
                case 1 -> value[at] = (byte) "\"{}[]:,0-9eE.\\\0".charAt(random.nextInt(15));
                default -> {
                    int from = random.nextInt(value.length);
                    int length = value.length - Math.max(at, from);
                    System.arraycopy(value, from, value, at, random.nextInt(length));
                }
            }
        }
        return value;
    }

    /** Ten aliases of ten aliases of ten: a gigabyte to whoever resolves them all. */
    private static String laughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol]\n");
        for (int level = 1; level < 10; level++) {
            String alias = "*a" + (level - 1) + ",";
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, alias.repeat(10)));
        }
        return yaml.toString();
    }

    private static String event(String more) {
        return "{\"userId\":\"poison\",\"event\":\"View\""
                + (more.isEmpty() ? "" : ",")
                + more
                + "}";
    }

    private static String named(String name) {
        return "{\"userId\":\"poison\",\"event\":\"" + name + "\"," + SOUND_TIME + "}";
    }

    private static String money(String properties) {
        return event(SOUND_TIME + ",\"properties\":{" + properties + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
