package holdfast.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCheckTest extends MapRun {

    @TempDir private Path folder = Path.of("");

    @Test
    void printsTheColumnsOfAGermanShopsCsv() throws IOException {
        assertThat(run("map", "suggest", "--events", sample("kunden.csv"))).isZero();
        String columns = "customer=Kunde,time=Datum:dmy,event=Vorgang,amount=Betrag:comma";
        assertThat(out.toString())
                .contains("--columns " + columns)
                .containsPattern("negative_amount +12 .*at event Retoure");

        String mine = playbook("generic", "events: [return,", "events: [Retoure, return,");
        String[] check = {
            "map",
            "check",
            "--events",
            sample("kunden.csv"),
            "--playbook",
            mine,
            "--columns",
            columns
        };
        assertThat(run(check)).isZero();
        assertThat(out.toString()).containsPattern("scored +60 +100.0 %");
        assertThat(
                        run(
                                "fit",
                                "--events",
                                sample("kunden.csv"),
                                "--columns",
                                columns,
                                "--out",
                                folder.resolve("first").toString()))
                .as(err.toString())
                .isZero();
    }

    @Test
    void aCsvWithUnknownColumnsNamesThoseThatMayBeMeant() {
        assertThat(
                        run(
                                "fit",
                                "--events",
                                sample("kunden.csv"),
                                "--out",
                                folder.resolve("first").toString()))
                .isOne();
        assertThat(err.toString())
                .contains("kunden.csv:1: no column customer_id")
                .contains(
                        "--columns"
                                + " customer=Kunde,time=Datum:dmy,event=Vorgang,amount=Betrag:comma");
    }

    @Test
    void checksTheMappingThatWasSuggested() throws IOException {
        run("map", "suggest", "--events", sample("few-ids.jsonl"));
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(mine, preset("generic") + out);

        assertThat(
                        run(
                                "map",
                                "check",
                                "--playbook",
                                mine + "",
                                "--events",
                                sample("few-ids.jsonl")))
                .isZero();
        assertThat(out.toString())
                .containsPattern("scored +14 +23.3 %")
                .containsPattern("customer +23.3 % +memberNo 23 %")
                .doesNotContain("4001");
        assertThat(
                        run(
                                "map",
                                "check",
                                "--playbook",
                                mine + "",
                                "--events",
                                sample("few-ids.jsonl"),
                                "--min-scored",
                                "90%"))
                .isOne();
    }

    @Test
    void endsWithOneWhereNothingWouldBeScored() {
        assertThat(run("map", "check", "--playbook", "generic", "--events", sample("audit.jsonl")))
                .isOne();
        assertThat(out.toString())
                .containsPattern("scored +0 ")
                .containsPattern("no_event_name +60 .*at line 1, line 2, line 3");
    }

    @Test
    void speaksJsonToMachines() {
        assertThat(run("map", "suggest", "--json", "--events", sample("audit.jsonl"))).isZero();
        assertThat(out.toString())
                .startsWith("{\"source\":")
                .contains("\"mapping\":{\"time\":[\"ts:seconds\"],\"event\":[\"action\"]")
                .contains("\"fates\":{\"scored\":60,")
                .endsWith("}\n");
        assertThat(
                        run(
                                "map",
                                "check",
                                "--json",
                                "--playbook",
                                "generic",
                                "--events",
                                sample("segment.jsonl")))
                .isZero();
        assertThat(out.toString()).contains("\"dead_letters\":[{\"reason\":\"no_event_name\"");
    }

    @Test
    void wrongUseIsSaidInOneLine() {
        assertThat(run("map", "suggest")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "holdfast: where are the events? give --events FILE or --topic NAME\n");
        assertThat(run("map", "suggest", "--events", "nowhere.jsonl")).isEqualTo(2);
        assertThat(err).hasToString("holdfast: --events: there is no file nowhere.jsonl\n");
        assertThat(
                        run(
                                "map",
                                "check",
                                "--playbook",
                                "generic",
                                "--events",
                                sample("audit.jsonl"),
                                "--min-scored",
                                "most"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--min-scored must be such as 90%");
    }

    private String playbook(String preset, String from, String to) throws IOException {
        String text = preset(preset);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("mine.yaml"), text.replace(from, to)).toString();
    }
}
