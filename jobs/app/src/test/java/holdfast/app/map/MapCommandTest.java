package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import holdfast.core.customer.StateBound;
import holdfast.core.document.Checked;
import holdfast.core.playbook.FieldPath;
import holdfast.core.playbook.Mapping;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.PlaybookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest extends MapRun {

    @TempDir private Path folder = Path.of("");

    @Test
    void knowsASegmentExport() {
        Mapping mapping = suggested("segment.jsonl");

        assertThat(texts(mapping.customer())).containsExactly("userId");
        assertThat(texts(mapping.event())).containsExactly("event", "type");
        assertThat(texts(mapping.time())).containsExactly("timestamp");
        assertThat(texts(mapping.messageId())).containsExactly("messageId");
        assertThat(texts(mapping.amount())).containsExactly("properties.total");
        assertThat(texts(mapping.currency())).containsExactly("properties.currency");
        assertThat(out.toString())
                .contains("it looks like a Segment export")
                .contains("unidentified")
                .containsPattern("Order Completed +purchase")
                .doesNotContain("c-00001")
                .doesNotContain("203.0.113");
    }

    @Test
    void knowsAGa4ExportInAJsonList() {
        Mapping mapping = suggested("ga4.json");

        assertThat(texts(mapping.customer())).containsExactly("user_id");
        assertThat(texts(mapping.time())).containsExactly("event_timestamp:micros");
        assertThat(texts(mapping.amount())).containsExactly("ecommerce.purchase_revenue");
        assertThat(mapping.currency()).isEmpty();
        assertThat(out.toString()).contains("event_params is a list");
    }

    @Test
    void knowsSnowplowsEnrichedEvents() {
        Mapping mapping = suggested("snowplow.jsonl");

        assertThat(texts(mapping.customer())).containsExactly("user_id");
        assertThat(texts(mapping.event())).containsExactly("event_name");
        assertThat(texts(mapping.time())).containsExactly("derived_tstamp");
        assertThat(texts(mapping.messageId())).containsExactly("event_id");
    }

    @Test
    void looksIntoTheDataOfCloudEvents() {
        Mapping mapping = suggested("cloudevents.jsonl");

        assertThat(texts(mapping.customer())).containsExactly("data.customer.id");
        assertThat(texts(mapping.event())).containsExactly("type");
        assertThat(texts(mapping.amount())).containsExactly("data.grandTotal");
    }

    @Test
    void findsTheFieldsOfAnAuditLogNobodyKnows() {
        Mapping mapping = suggested("audit.jsonl");

        assertThat(texts(mapping.customer())).containsExactly("actor.uid");
        assertThat(texts(mapping.event())).containsExactly("action");
        assertThat(texts(mapping.time())).containsExactly("ts:seconds");
        assertThat(texts(mapping.messageId())).containsExactly("id");
        assertThat(mapping.amount()).isEmpty();
    }

    @Test
    void saysWhatIsMissingInShopifysOrders() {
        run("map", "suggest", "--events", sample("shopify.jsonl"));

        assertThat(out.toString())
                .contains("event: [financial_status]")
                .contains("customer: [customer.id]")
                .contains("message-id: []")
                .contains("orders name no event")
                .contains("currency: USD")
                .containsPattern("other_currency +30 .*at line 1, line 2, line 3");
    }

    @Test
    void warnsOfSecondsCentsAndMissingIds() {
        Mapping mapping = suggested("few-ids.jsonl");

        assertThat(texts(mapping.customer())).containsExactly("memberNo");
        assertThat(texts(mapping.time())).containsExactly("when:seconds");
        assertThat(out.toString())
                .contains("amount_cents looks like minor units")
                .contains("77 % of the records name no customer")
                .containsPattern("unidentified +46");
    }

    @Test
    void readsGzipAndObjectsOverManyLines() throws IOException {
        String text = Files.readString(Path.of(sample("ga4.json")));
        String objects = text.substring(1, text.lastIndexOf(']')).replaceAll("(?m)^ },$", " }");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(objects.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("ga4.json.gz"), packed.toByteArray());

        assertThat(run("map", "suggest", "--events", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("40 records").contains("a GA4 export");
    }

    @Test
    void findsTheFieldsOfARealForeignLog() {
        Path log = Path.of("../../../shared/data/sparkify_nov2018/all-30-days-events.jsonl.gz");
        assumeThat(log).as("a real foreign log, which is not shipped").exists();

        Mapping mapping = mappingOf(log.toString());

        assertThat(texts(mapping.customer())).containsExactly("userId");
        assertThat(texts(mapping.event())).containsExactly("page");
        assertThat(texts(mapping.time())).containsExactly("ts");
    }

    private Mapping suggested(String name) {
        return mappingOf(sample(name));
    }

    /** What the printed YAML means, pasted behind a preset. */
    private Mapping mappingOf(String events) {
        assertThat(run("map", "suggest", "--events", events)).as(err.toString()).isZero();
        Checked<Playbook> pasted =
                new PlaybookReader(StateBound::worstCaseBytes)
                        .read("mine.yaml", preset("ecommerce") + out);
        assertThat(pasted.lines()).isEmpty();
        return pasted.value().mapping();
    }

    private static List<String> texts(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::text).toList();
    }
}
