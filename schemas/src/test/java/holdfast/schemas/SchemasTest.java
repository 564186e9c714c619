package holdfast.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.schemas.v1.ChurnScore;
import holdfast.schemas.v1.Control;
import holdfast.schemas.v1.CustomerEvent;
import holdfast.schemas.v1.CustomerProfile;
import holdfast.schemas.v1.QualityReport;
import holdfast.schemas.v1.RetentionAlert;
import holdfast.schemas.v1.RetentionOutcome;
import holdfast.schemas.v1.Tick;
import holdfast.schemas.v1.TrainingRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private static final List<Schema> SCHEMAS =
            List.of(
                    CustomerEvent.getClassSchema(),
                    CustomerProfile.getClassSchema(),
                    RetentionOutcome.getClassSchema(),
                    Control.getClassSchema(),
                    Tick.getClassSchema(),
                    ChurnScore.getClassSchema(),
                    RetentionAlert.getClassSchema(),
                    QualityReport.getClassSchema(),
                    TrainingRecord.getClassSchema());

    private static final Pattern TIME_NAME = Pattern.compile(".*_at|.*_time|until|.*_until");

    @Test
    void saysWhatEveryRecordAndEveryEnumIs() {
        named().values()
                .forEach(
                        schema ->
                                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank());
    }

    @Test
    void saysWhatEveryFieldMeans() {
        fields().forEach(
                        (name, field) ->
                                assertThat(field.doc()).as(name).isNotBlank().endsWith("."));
    }

    @Test
    void writesEveryTimeAsMillisecondsUnderATimesName() {
        fields().forEach(
                        (name, field) ->
                                assertThat(isMillis(field.schema()))
                                        .as(name)
                                        .isEqualTo(TIME_NAME.matcher(field.name()).matches()));
    }

    @Test
    void writesEveryAmountOfMoneyInMinorUnits() {
        fields().forEach(
                        (name, field) -> {
                            boolean money =
                                    field.name().contains("amount")
                                            || field.name().startsWith("value");
                            assertThat(field.name().endsWith("_minor")).as(name).isEqualTo(money);
                            if (money) {
                                assertThat(plain(field.schema()).getType())
                                        .isEqualTo(Schema.Type.LONG);
                            }
                        });
    }

    @Test
    void keepsEverythingInOneVersionedNamespace() {
        assertThat(named().values())
                .allSatisfy(
                        schema ->
                                assertThat(schema.getNamespace()).isEqualTo("holdfast.schemas.v1"));
    }

    @Test
    void namesEveryFieldInLowerCaseWithUnderscores() {
        assertThat(fields().values())
                .allSatisfy(field -> assertThat(field.name()).matches("[a-z]+(_[a-z]+)*"));
    }

    @Test
    void givesEveryOptionalFieldADefaultSoThatOldRecordsStayReadable() {
        fields().forEach(
                        (name, field) -> {
                            if (field.schema().isUnion()) {
                                assertThat(field.hasDefaultValue()).as(name).isTrue();
                            }
                        });
    }

    /** Without one, a word that a later release adds could not be read by programs of this one. */
    @Test
    void givesEveryEnumAWordForWordsToCome() {
        assertThat(named().values())
                .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
                .hasSize(12)
                .allSatisfy(schema -> assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @Test
    void explainsEverySchemaInTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(SCHEMAS).allSatisfy(schema -> assertThat(readme).contains(schema.getName()));
    }

    @Test
    void showsTheConsumersInTheReadmeAsTheyAre() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        for (String file : List.of("AlertConsumer.java", "alert_consumer.py")) {
            assertThat(readme).contains(Files.readString(Path.of("consumers", file)) + "```");
        }
    }

    private static Map<String, Schema> named() {
        Map<String, Schema> found = new LinkedHashMap<>();
        SCHEMAS.forEach(schema -> collect(schema, found));
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            default -> {}
        }
    }

    private static Map<String, Schema.Field> fields() {
        Map<String, Schema.Field> fields = new LinkedHashMap<>();
        for (Schema schema : named().values()) {
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields()
                        .forEach(field -> fields.put(schema.getName() + "." + field.name(), field));
            }
        }
        return fields;
    }

    private static boolean isMillis(Schema schema) {
        return plain(schema).getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private static Schema plain(Schema schema) {
        if (!schema.isUnion()) {
            return schema;
        }
        List<Schema> types = new ArrayList<>(schema.getTypes());
        types.removeIf(type -> type.getType() == Schema.Type.NULL);
        return types.get(0);
    }
}
