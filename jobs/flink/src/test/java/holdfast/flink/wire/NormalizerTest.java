package holdfast.flink.wire;

import static holdfast.flink.wire.TestingWire.NOW;
import static holdfast.flink.wire.TestingWire.ORIGIN;
import static holdfast.flink.wire.TestingWire.event;
import static holdfast.flink.wire.TestingWire.eventAt;
import static holdfast.flink.wire.TestingWire.eventWith;
import static holdfast.flink.wire.TestingWire.json;
import static holdfast.flink.wire.TestingWire.normalizer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.core.activity.Activity;
import holdfast.core.activity.RejectReason;
import holdfast.core.activity.SourceKind;
import holdfast.core.bytes.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
    private static final long ELEVEN = Instant.parse("2024-03-01T11:00:00Z").toEpochMilli();

    @Test
    void readsSegmentsNames() {
        Arrival arrival =
                event(
                        """
                        {'type':'track','userId':'c1','event':'Order Completed',
                         'timestamp':'2024-03-01T11:00:00.000Z','messageId':'m-7',
                         'context':{'ip':'::1','page':{'url':'/'}},
                         'properties':{'products':[{'price':9}],'total':12.5,'currency':'EUR',
                                       'refers_to_time':'2024-02-01T00:00:00Z'}}""");

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.ACTIVITY);
        assertThat(arrival.activity())
                .isEqualTo(
                        new Activity(
                                "c1",
                                ELEVEN,
                                "Order Completed",
                                1250,
                                Instant.parse("2024-02-01T00:00:00Z").toEpochMilli(),
                                Hashes.hash64("m-7"),
                                SourceKind.CLICKSTREAM));
        assertThat(arrival.customerId()).isEqualTo("c1");
        assertThat(arrival.bytes()).isEmpty();
    }

    @Test
    void readsGoogleAnalyticsNames() {
        Activity activity =
                event(
                                """
                                {'event_name':'purchase','event_timestamp':1709290800000000,
                                 'user_id':17,'ecommerce':{'value':3,'currency':'eur'}}""")
                        .activity();

        assertThat(activity.customerId()).isEqualTo("17");
        assertThat(activity.timeMillis()).isEqualTo(ELEVEN);
        assertThat(activity.amountMinor()).isEqualTo(300);
        assertThat(activity.messageHash()).isZero();
        assertThat(activity.refersToMillis()).isZero();
    }

    @Test
    void readsOurOwnNames() {
        Activity activity =
                event(
                                """
                                {'customer_id':'c1','event_type':'visit','event_time':1709290800000,
                                 'message_id':12,'amount':'7.999'}""")
                        .activity();

        assertThat(activity.timeMillis()).isEqualTo(ELEVEN);
        assertThat(activity.amountMinor()).isEqualTo(800);
        assertThat(activity.messageHash()).isEqualTo(Hashes.hash64("12"));
    }

    @Test
    void takesTheFirstPathOfTheMappingWhateverTheOrderInTheRecord() {
        assertThat(eventWith("'customer_id':'other','value':5,'properties':{'total':2}").activity())
                .extracting(Activity::customerId, Activity::amountMinor)
                .containsExactly("c1", 200L);
        assertThat(eventWith("'properties':{'total':2},'value':5").activity().amountMinor())
                .isEqualTo(200);
    }

    @Test
    void passesOverNullsAndBlanksToTheNextPath() {
        assertThat(eventWith("'properties':{'total':null,'value':' '},'value':5").activity())
                .extracting(Activity::amountMinor)
                .isEqualTo(500L);
    }

    @Test
    void takesTheFirstOfARepeatedKey() {
        assertThat(eventWith("'amount':1,'amount':2,'userId':'c2'").activity())
                .extracting(Activity::customerId, Activity::amountMinor)
                .containsExactly("c1", 100L);
    }

    @Test
    void ignoresFieldsThatTheMappingDoesNotName() {
        Arrival plain = eventWith("'x':1");
        Arrival busy = eventWith("'x':[{'userId':'z'},[1.5e3,true,null]],'y':{'amount':9}");

        assertThat(busy).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 12.345, 1234",
        "EUR, 12.355, 1236",
        "EUR, 1e2, 10000",
        "JPY, 120, 120",
        "JPY, 120.5, 120",
        "KWD, 1.2345, 1234",
        "EUR, 0.001, 0",
        "EUR, 10000000000, 1000000000000"
    })
    void countsMoneyInTheMinorUnitsOfTheCurrency(String currency, String amount, long minor) {
        Arrival arrival =
                normalizer(SourceKind.TRANSACTION, currency)
                        .arrival(
                                ORIGIN,
                                json(
                                        "{'user_id':'c','event':'e','timestamp':1709290800000,'amount':"
                                                + amount
                                                + "}"));

        assertThat(arrival.activity().amountMinor()).isEqualTo(minor);
        assertThat(arrival.activity().source()).isEqualTo(SourceKind.TRANSACTION);
    }

    @Test
    void keepsTheBytesOfANegativeAmountSoThatThePlaybookCanRefuseIt() {
        Arrival refund = eventWith("'amount':-5.00");

        assertThat(refund.activity().amountMinor()).isEqualTo(-500);
        Arrival refused = refund.refused(RejectReason.NEGATIVE_AMOUNT, "not a refund");
        assertThat(refused.kind()).isEqualTo(Arrival.Kind.REJECTED);
        assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).contains("-5.00");
        assertThatThrownBy(
                        () -> eventWith("'x':1").refused(RejectReason.NEGATIVE_AMOUNT, "not one"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2024-03-01T11:00:00Z'",
                "'2024-03-01T12:00:00+01:00'",
                "'2024-03-01T05:30:00-0530'",
                "'2024-03-01 11:00'",
                "'2024-03-01T11:00:00.000999999'",
                "1709290800000",
                "'1709290800000'",
                "1.7092908e12"
            })
    void readsTheSameInstantHoweverItIsWritten(String time) {
        assertThat(eventAt(time).activity().timeMillis()).isEqualTo(ELEVEN);
    }

    @Test
    void takesADateForMidnightUtc() {
        assertThat(eventAt("'2024-03-01'").activity().timeMillis())
                .isEqualTo(Instant.parse("2024-03-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void takesAReversalOfSomethingLaterForItsOwnTime() {
        assertThat(eventWith("'refers_to_time':'2024-03-01T11:30:00Z'").activity().refersToMillis())
                .isZero();
    }

    @Test
    void measuresTheFutureByTheKafkaTimestampAndTheSkew() {
        long skew = TestingWire.LIMITS.skewMillis();

        assertThat(eventAt(String.valueOf(NOW + skew)).kind()).isEqualTo(Arrival.Kind.ACTIVITY);
        assertThat(eventAt(String.valueOf(NOW + skew + 1)).reason())
                .isEqualTo(RejectReason.TIME_IN_FUTURE);
    }

    @Test
    void believesNoYear9999EvenWhenTheKafkaTimestampAgrees() {
        long far = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
        Arrival arrival =
                normalizer(SourceKind.CLICKSTREAM)
                        .arrival(
                                new Origin("t", 0, 0, far),
                                json("{'userId':'c','event':'e','timestamp':" + far + "}"));

        assertThat(arrival.reason()).isEqualTo(RejectReason.TIME_IN_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x':1",
                "'userId':null",
                "'userId':''",
                "'userId':'  '",
                "'userId':{'id':1}",
                "'userId':true",
                "'userId':1.5",
                "'anonymousId':'a-1'"
            })
    void countsASoundRecordWithoutACustomerAsUnidentified(String field) {
        Arrival arrival = event("{'event':'e','timestamp':'2024-03-01'," + field + "}");

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.UNIDENTIFIED);
        assertThat(arrival.customerId()).isEmpty();
        assertThat(arrival.bytes()).isEmpty();
    }

    @Test
    void keepsAnIdJustAsItIs() {
        assertThat(eventWith("'x':1").customerId()).isEqualTo("c1");
        assertThat(
                        event("{'userId':' Jürgen😀 ','event':'e','timestamp':'2024-03-01'}")
                                .customerId())
                .isEqualTo(" Jürgen😀 ");
    }

    @Test
    void acceptsIdsAndNamesOf128CharactersAndNoLonger() {
        String just = "n".repeat(128);

        assertThat(named(just, just).activity().name()).isEqualTo(just);
        assertThat(named(just + "n", "e").reason()).isEqualTo(RejectReason.CUSTOMER_ID_TOO_LONG);
        assertThat(named("c", just + "n").reason()).isEqualTo(RejectReason.NAME_TOO_LONG);
    }

    @Test
    void refusesANormalizerForACurrencyWithoutMinorUnits() {
        assertThatThrownBy(() -> normalizer(SourceKind.CLICKSTREAM, "XXX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 3 digits");
    }

    private static Arrival named(String customerId, String name) {
        return event(
                "{'userId':'" + customerId + "','event':'" + name + "','timestamp':'2024-03-01'}");
    }
}
