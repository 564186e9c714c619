package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.mapping.EventSample;
import holdfast.core.mapping.MappingInference;
import holdfast.core.mapping.Proposal;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Presets;
import holdfast.flink.wire.Origin;
import holdfast.flink.wire.SchemaSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdgePropertyTest {

    private final Playbook playbook = Presets.generic();

    @Property(tries = 300)
    void everyRecordMeetsOneFateWhateverItHolds(@ForAll("records") List<String> texts) {
        List<RawEvent> events = new ArrayList<>();
        EventSample.Builder fields = new EventSample.Builder();
        for (String text : texts) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            Origin origin = new Origin("t", 0, events.size(), 1_800_000_000_000L);
            events.add(new RawEvent(origin, value, "here"));
            fields.next(0);
            JsonFields.read(value, fields::put);
        }

        Proposal proposal = MappingInference.propose(fields.build(), playbook);
        Edge edge =
                new Edge(proposal.mapping().orElse(Mapping.DEFAULT), playbook, SchemaSource.none())
                        .with(events);

        assertThat(edge.fates().records()).isEqualTo(texts.size());
    }

    @Provide
    Arbitrary<List<String>> records() {
        Arbitrary<String> name =
                Arbitraries.of("user", "id", "ts", "event", "a.b", "", " x", "a:b", "amount", "{");
        Arbitrary<String> plain =
                Arbitraries.of(
                        "1",
                        "-2.50",
                        "1793700000",
                        "\"u1\"",
                        "\"go\"",
                        "null",
                        "true",
                        "[1,{\"a\":2}]",
                        "\"2026-11-03\"",
                        "1e400",
                        "\"\\ud800\"",
                        "nonsense");
        Arbitrary<String> object =
                Arbitraries.lazyOf(
                        () ->
                                Arbitraries.maps(name, plain)
                                        .ofMaxSize(5)
                                        .map(EdgePropertyTest::object),
                        () ->
                                Arbitraries.maps(
                                                name,
                                                Arbitraries.maps(name, plain)
                                                        .ofMaxSize(3)
                                                        .map(EdgePropertyTest::object))
                                        .ofMaxSize(3)
                                        .map(EdgePropertyTest::object));
        Arbitrary<String> scribble =
                Arbitraries.strings().withChars("{}[]\":,0a\u00e4").ofMaxLength(30);
        return Arbitraries.oneOf(object, scribble).list().ofMaxSize(40);
    }

    private static String object(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add("\"" + name + "\":" + value));
        return "{" + String.join(",", parts) + "}";
    }
}
