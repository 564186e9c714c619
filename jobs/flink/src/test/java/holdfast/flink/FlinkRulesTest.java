package holdfast.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.apache.flink.api.common.functions.RichFunction;
import org.apache.flink.streaming.api.operators.StreamOperator;

/** Flink carries: no connector, no wall clock, no engine internals. */
@AnalyzeClasses(packages = "holdfast.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class FlinkRulesTest {

    @ArchTest
    static final ArchRule PIPELINES_KNOW_NO_CONNECTOR =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.apache.flink.connector..",
                            "holdfast.app..",
                            "holdfast.simulator..")
                    .because("sources and sinks come in as arguments; ends live in jobs/app");

    @ArchTest
    static final ArchRule NO_SHADED_INTERNALS =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.flink.shaded..", "com.esotericsoftware..");

    @ArchTest
    static final ArchRule EVENT_TIME_ONLY =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("no replay could match; wall time comes from ProcessingTimeService");

    @ArchTest
    static final ArchRule FUNCTIONS_ARE_FINAL =
            classes()
                    .that()
                    .areAssignableTo(RichFunction.class)
                    .or()
                    .areAssignableTo(StreamOperator.class)
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("holdfast.flink.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);
}
