package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.event;
import static holdfast.flink.wire.TestingWire.eventAt;
import static holdfast.flink.wire.TestingWire.eventWith;
import static holdfast.flink.wire.TestingWire.json;
import static holdfast.flink.wire.TestingWire.normalizer;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerRefusalTest {
    @Test
    void refusesEmptyValues() {
        Normalizer normalizer = normalizer(SourceKind.CLICKSTREAM);

        assertThat(normalizer.arrival(ORIGIN, null).reason()).isEqualTo(RejectReason.EMPTY_VALUE);
        assertThat(normalizer.arrival(ORIGIN, new byte[0]).reason())
                .isEqualTo(RejectReason.EMPTY_VALUE);
    }

    @Test
    void refusesMoreThanFourMebibytes() {
        byte[] large = new byte[TestingWire.LIMITS.valueBytesMax() + 1];

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, large).reason())
                .isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void readsAsMuchAsFourMebibytes() {
        String head = "{'userId':'c','event':'e','timestamp':'2024-03-01','big':'";
        int padding = TestingWire.LIMITS.valueBytesMax() - head.length() - 2;

        assertThat(event(head + "x".repeat(padding) + "'}").kind())
                .isEqualTo(Arrival.Kind.ACTIVITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}x",
                "{} {}",
                "{'a'}",
                "{'a':}",
                "{'a':1,}",
                "{'a':NaN}",
                "{'a':-Infinity}",
                "{'a':01}",
                "{'a':'\u0001'}",
                "{'a':[1,2}",
                "{a:1}",
                "{'a':1 /* no */}",
                "{'userId':'c"
            })
    void refusesWhatIsNotOneJsonObject(String text) {
        Arrival arrival = event(text);

        assertThat(arrival.reason()).isEqualTo(RejectReason.BROKEN_JSON);
        assertThat(arrival.bytes()).isEqualTo(json(text));
        assertThat(arrival.origin()).isEqualTo(ORIGIN);
        assertThat(arrival.timeMillis()).isZero();
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin1 =
                "{\"userId\":\"Jürgen\",\"event\":\"e\",\"timestamp\":\"2024-03-01\"}"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, latin1).reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
    }

    @Test
    void refusesHalfASurrogatePairInAnId() {
        String half = "\\ud83d";

        assertThat(event("{'userId':'" + half + "','event':'e','timestamp':'2024-03-01'}").reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
        assertThat(event("{'userId':'c','event':'" + half + "','timestamp':'2024-03-01'}").reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
    }

    @Test
    void refusesDeepNestingAndEndlessNumbers() {
        assertThat(eventWith("'x':" + "[".repeat(200_000)).reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
        assertThat(eventWith("'x':" + "[".repeat(200) + "]".repeat(200)).reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
        assertThat(eventWith("'amount':" + "9".repeat(100_000)).reason())
                .isEqualTo(RejectReason.BROKEN_JSON);
    }

    @ParameterizedTest
    @ValueSource(ints = {'[', '"', ' ', 'x', 0xC3, 0xEF, 0xFF, 1})
    void refusesOtherFirstBytes(int first) {
        byte[] value = {(byte) first, '{', '}'};

        assertThat(normalizer(SourceKind.CLICKSTREAM).arrival(ORIGIN, value).reason())
                .isEqualTo(RejectReason.UNKNOWN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x':1", "'event':null", "'event':''", "'event':5", "'event':{}"})
    void refusesAnEventWithoutAName(String field) {
        assertThat(event("{'userId':'c','timestamp':'2024-03-01'," + field + "}").reason())
                .isEqualTo(RejectReason.NO_EVENT_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''"})
    void refusesAnEventWithoutATime(String time) {
        assertThat(eventAt(time).reason()).isEqualTo(RejectReason.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'yesterday'",
                "'2024-13-01'",
                "'2023-02-29'",
                "'2024-03-01T25:00:00Z'",
                "'2024-03-01T11:00:00Zulu'",
                "'01.03.2024'",
                "true",
                "{}",
                "[1709290800000]"
            })
    void refusesATimeThatIsNone(String time) {
        assertThat(eventAt(time).reason()).isEqualTo(RejectReason.BAD_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "0, TIME_TOO_OLD",
        "-1, TIME_TOO_OLD",
        "-1e300, TIME_TOO_OLD",
        "-9223372036854775808, TIME_TOO_OLD",
        "631151999999, TIME_TOO_OLD",
        "1709290800, TIME_IN_SECONDS",
        "631152001, TIME_IN_SECONDS",
        "1809290800, TIME_TOO_OLD",
        "1709290800000000, TIME_IN_FUTURE",
        "253402214400000, TIME_IN_FUTURE",
        "1e300, TIME_IN_FUTURE",
        "9223372036854775807, TIME_IN_FUTURE",
        "'1969-07-20', TIME_TOO_OLD",
        "'9999-12-31T23:59:59Z', TIME_IN_FUTURE"
    })
    void refusesATimeOutOfRange(String time, RejectReason reason) {
        boolean text = time.endsWith("Z") || time.startsWith("1969-");
        String written = text ? "'" + time + "'" : time;

        assertThat(eventAt(written).reason()).isEqualTo(reason);
    }

    @Test
    void refusesAReversalOfSomethingOutOfRange() {
        assertThat(eventWith("'refers_to_time':1").reason()).isEqualTo(RejectReason.TIME_TOO_OLD);
        assertThat(eventWith("'refers_to_time':'soon'").reason()).isEqualTo(RejectReason.BAD_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'free'", "'NaN'", "'1,50'", "'1.'", "'.5'", "'+5'", "'٣'", "{}", "true"})
    void refusesAnAmountThatIsNone(String amount) {
        assertThat(eventWith("'amount':" + amount).reason()).isEqualTo(RejectReason.BAD_AMOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000000.01",
                "-10000000000.01",
                "1e308",
                "-1e2000000000",
                "'9e99999999999'"
            })
    void refusesAnAmountOutOfRange(String amount) {
        assertThat(eventWith("'amount':" + amount).reason())
                .isEqualTo(RejectReason.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void refusesMoneyInAnotherCurrency() {
        assertThat(eventWith("'amount':5,'currency':'USD'").reason())
                .isEqualTo(RejectReason.OTHER_CURRENCY);
        assertThat(eventWith("'amount':5,'currency':978").reason())
                .isEqualTo(RejectReason.OTHER_CURRENCY);
    }

    @Test
    void ignoresTheCurrencyOfAnEventWithoutMoney() {
        assertThat(eventWith("'currency':'USD'").kind()).isEqualTo(Arrival.Kind.ACTIVITY);
        assertThat(eventWith("'amount':0,'currency':'USD'").kind())
                .isEqualTo(Arrival.Kind.ACTIVITY);
    }

    @Test
    void quotesWhatWasWrongBrieflyAndOnOneLine() {
        Arrival arrival = eventAt("'" + "\\n\\u0000line ".repeat(50) + "'");

        assertThat(arrival.detail()).hasSizeLessThan(80).doesNotContain("\n").contains("…");
    }

    @Test
    void readsSoundRecordsAfterBrokenOnes() {
        Normalizer normalizer = normalizer(SourceKind.CLICKSTREAM);
        byte[] sound = json("{'event':'e','timestamp':'2024-03-01'}");

        normalizer.arrival(ORIGIN, json("{'userId':'c1','amount':-3,'event':"));

        assertThat(normalizer.arrival(ORIGIN, sound).kind()).isEqualTo(Arrival.Kind.UNIDENTIFIED);
    }
}
