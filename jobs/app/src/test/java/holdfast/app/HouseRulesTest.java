package holdfast.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** What holds in every module. */
@AnalyzeClasses(packages = "holdfast")
class HouseRulesTest {

    private static final String VAGUE_NAME = ".*(Util|Utils|Helper|Manager|Impl|Info|Data)";

    private static final String GENERATED = "holdfast.schemas..";

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .haveNameMatching(VAGUE_NAME);

    @ArchTest
    static final ArchRule STATICS_ARE_FINAL =
            fields().that()
                    .areStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .beFinal();

    @ArchTest
    static final ArchRule STATE_IS_NOT_JAVA_SERIALIZED =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(GENERATED)
                    .should()
                    .callConstructor(ObjectInputStream.class, InputStream.class)
                    .orShould()
                    .callConstructor(ObjectOutputStream.class, OutputStream.class)
                    .because("bytes that outlive a process have a layout with a version");

    @ArchTest
    static final ArchRule TESTS_USE_JUNIT_5 =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.junit", "org.junit.rules..", "junit..");
}
