package holdfast.app.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScoreTextTest {

    private static final String SCORE =
            """
            {"customer_id":"c-7","scored_at":"2026-05-03T10:00:00Z","playbook":"shop",
             "playbook_version":2,"model_version":"first","percentile":94.2,"value":214.0,
             "value_at_risk":150.2,"currency":"EUR",
             "outcomes":[{"outcome":"lapse","probability":0.71,"band":"HIGH",
               "crosses_at":"2026-05-20T04:30:00Z","next_band":"CRITICAL",
               "reasons":[{"code":"LEFT_ALREADY","family":"ENGAGEMENT","contribution":0.6,
                 "scale":"PROBABILITY","evidence":"silent 23 days; used to come every 9"}]}],
             "policies":[{"policy_id":1,"policy":"save-the-best","state":"HELD","threshold":0.6,
               "gates":[{"name":"SCORE","passed":true,"evidence":"0.710 against 0.600"},
                        {"name":"VALUE_GATE","passed":false,"evidence":"among the top 25.0 %"}],
               "next":"the gates are asked again","next_at":"2026-05-04T00:00:00Z"}]}
            """;

    @Test
    void saysScorePartsPolicyGatesAndWhatComesNext() {
        String text = ScoreText.of(tree(SCORE));

        assertThat(text)
                .contains("c-7 as of 2026-05-03 10:00 UTC, by playbook shop version 2")
                .contains("worth EUR 214.0 over the horizon, among the top 6 %; at risk of it EUR")
                .contains("lapse: risk 71 %, band high")
                .contains("60 %      left already           silent 23 days")
                .contains("the band becomes critical on 2026-05-20 04:30 UTC")
                .contains("policy save-the-best (opens at 60 %): an alert is held back")
                .contains("passed  score         0.710 against 0.600")
                .contains("FAILED  value gate    among the top 25.0 %")
                .endsWith("next: the gates are asked again on 2026-05-04 00:00 UTC");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        String text = ScoreText.of(tree("{\"customer_id\":\"c-7\",\"percentile\":null}"));

        assertThat(text).startsWith("c-7 as of").doesNotContain("top", "NaN", "null");
    }

    @Test
    void readsNothingElseThanAnObject() {
        assertThat(JsonTree.read("[1]".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(JsonTree.read(new byte[] {(byte) 0xC3, 1, 2})).isEmpty();
        assertThat(JsonTree.read("{\"a\":".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static JsonTree tree(String json) {
        return JsonTree.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
