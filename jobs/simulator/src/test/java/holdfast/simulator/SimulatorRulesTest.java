package holdfast.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** A world is made from its seed and nothing else. */
@AnalyzeClasses(
        packages = "holdfast.simulator",
        importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorRulesTest {

    @ArchTest
    static final ArchRule SIMULATOR_KNOWS_ONLY_THE_CORE =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.hipparchus..",
                            "holdfast.core..",
                            "holdfast.simulator..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CHANCE_COMES_FROM_THE_SEED =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class, SecureRandom.class, ThreadLocalRandom.class)
                    .orShould()
                    .callConstructor(Random.class)
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .allowEmptyShould(true);
}
