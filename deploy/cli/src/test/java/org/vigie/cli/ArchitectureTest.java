package org.vigie.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

/** Tests which packages and modules may use which others. */
@AnalyzeClasses(
        packages = "org.vigie",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestSupport.class})
class ArchitectureTest {
    /** Leaves out the module whose classes only tests use. */
    static final class WithoutTestSupport implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/vigie/testing/");
        }
    }

    /** Every process and every tool that reads and writes on its own, in the order the data flows. */
    private static final List<String> APPS = List.of(
            "org.vigie.simulator",
            "org.vigie.gateway",
            "org.vigie.vitals",
            "org.vigie.risk",
            "org.vigie.modelserver",
            "org.vigie.alerts",
            "org.vigie.notifications",
            "org.vigie.analytics",
            "org.vigie.sink",
            "org.vigie.station",
            "org.vigie.extraction",
            "org.vigie.training",
            "org.vigie.triage.training");

    @ArchTest
    static final ArchRule signalKnowsOnlyTheJdkAndTheVariableCatalogue = classes()
            .that()
            .resideInAPackage("org.vigie.signal..")
            .and()
            .resideOutsideOfPackage("org.vigie.signal.table")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.signal..", "org.vigie.schemas.variable..", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlyFileReadersKnowYaml = classes()
            .that()
            .resideInAPackage("org.vigie.signal.table")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.signal..",
                    "org.vigie.schemas.variable..",
                    "java..",
                    "org.jspecify.annotations..",
                    "org.yaml.snakeyaml..");

    @ArchTest
    static final ArchRule signalHasNoClock = noClasses()
            .that()
            .resideInAPackage("org.vigie.signal..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule theModelApiKnowsNoEngine = noClasses()
            .that()
            .resideInAPackage("org.vigie.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "org.tensorflow..");

    @ArchTest
    static final ArchRule onlyMainsAndCommandsReadTheEnvironment = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .and()
            .haveSimpleNameNotEndingWith("Command")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    /** Java 17 ends a request's timeout with the headers of the answer. The two readers follow a stream without an end. */
    @ArchTest
    static final ArchRule everyAnswerIsAwaitedForALimitedTime = noClasses()
            .that()
            .doNotHaveSimpleName("WholeAnswerClient")
            .and()
            .doNotHaveSimpleName("StationProbe")
            .and()
            .doNotHaveSimpleName("StreamReaderPage")
            .should()
            .callMethod(HttpClient.class, "send", HttpRequest.class, HttpResponse.BodyHandler.class);

    @ArchTest
    static final ArchRule partsHaveNoCycles =
            slices().matching("org.vigie.(*)..").should().beFreeOfCycles();

    /** Else the next rules would hold for an app that was renamed. */
    @ArchTest
    static void everyAppIsThere(JavaClasses all) {
        assertThat(APPS).allMatch(app -> all.stream().anyMatch(resideInAPackage(app + "..")));
    }

    @ArchTest
    static final ArchRule everyMainBelongsToAnApp =
            classes().that().haveSimpleName("Main").should().resideInAnyPackage(packages(APPS));

    @ArchTest
    static void appsNeverImportEachOther(JavaClasses all) {
        for (String app : APPS) {
            noClasses()
                    .that()
                    .resideInAPackage(app + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(packages(othersThan(app))))
                    .check(all);
        }
    }

    private static List<String> othersThan(String app) {
        return APPS.stream().filter(other -> !other.equals(app)).toList();
    }

    private static String[] packages(List<String> roots) {
        return roots.stream().map(root -> root + "..").toArray(String[]::new);
    }
}
