package holdfast.core;

import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The core decides: arguments in, result out. */
@AnalyzeClasses(packages = "holdfast.core", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreRulesTest {

    private static final Set<String> ASKS_THE_MACHINE =
            Set.of("now", "systemDefault", "systemDefaultZone", "systemUTC");

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.snakeyaml.engine..",
                            "org.hipparchus..",
                            "holdfast.core..")
                    .because("Flink, Kafka and wire formats belong in jobs/flink or jobs/app");

    @ArchTest
    static final ArchRule TIME_IS_A_PARAMETER =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "asks the machine for the time, the zone or chance",
                                    call -> asksTheMachine(call.getTarget())))
                    .because("a replay must give the same answer: pass the time as …Millis");

    @ArchTest
    static final ArchRule NOTHING_IS_LEFT_TO_CHANCE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            Random.class,
                            SecureRandom.class,
                            SplittableRandom.class,
                            ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule NO_FILES_AND_NO_NETWORK =
            noClasses()
                    .should(
                            dependOnClassesThat(
                                    DescribedPredicate.describe(
                                            "reach outside the process",
                                            CoreRulesTest::reachesOutside)))
                    .because("callers read; the core is given text, bytes or streams");

    @ArchTest
    static final ArchRule STATICS_ARE_FINAL = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("holdfast.core.(*)..").should().beFreeOfCycles();

    private static boolean asksTheMachine(MethodCallTarget target) {
        if (target.getOwner().isEquivalentTo(Math.class)) {
            return target.getName().equals("random");
        }
        if (target.getOwner().isEquivalentTo(System.class)) {
            return !target.getName().equals("arraycopy");
        }
        return target.getOwner().getPackageName().startsWith("java.time")
                && ASKS_THE_MACHINE.contains(target.getName());
    }

    private static boolean reachesOutside(JavaClass target) {
        String packageName = target.getPackageName();
        if (packageName.equals("java.io")) {
            return target.getSimpleName().startsWith("File");
        }
        return packageName.equals("java.nio.file")
                || packageName.startsWith("java.net")
                || packageName.startsWith("java.sql")
                || target.isEquivalentTo(Thread.class)
                || target.isEquivalentTo(ProcessBuilder.class);
    }
}
