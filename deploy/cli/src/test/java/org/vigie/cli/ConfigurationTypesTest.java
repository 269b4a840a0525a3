package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.platform.config.ConfigLoader;

/**
 * Tests that every record of a configuration file, and every record inside it, has a name that ends in {@code Config}. It reads the same
 * classes as {@link ArchitectureTest}, so that they are imported once.
 */
@AnalyzeClasses(
        packages = "org.vigie",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestSupport.class})
class ConfigurationTypesTest {
    @ArchTest
    static void configurationTypesEndInConfig(JavaClasses all) {
        Set<String> names = new TreeSet<>();
        all.stream()
                .filter(ConfigurationTypesTest::loadsAConfiguration)
                .flatMap(each -> each.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .filter(type -> type.isRecord() && type.getPackageName().startsWith("org.vigie"))
                .forEach(type -> addTree(type.reflect(), names));

        assertThat(names).hasSizeGreaterThan(20).allMatch(name -> name.endsWith("Config"));
    }

    private static boolean loadsAConfiguration(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ConfigLoader.class)
                        && call.getTarget().getName().equals("load"));
    }

    private static void addTree(Class<?> record, Set<String> names) {
        if (names.add(record.getName())) {
            Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(ConfigurationTypesTest::classes)
                    .filter(type -> type.isRecord() && type.getName().startsWith("org.vigie"))
                    .forEach(type -> addTree(type, names));
        }
    }

    /** The classes that a type is made of: {@code Bed} of {@code List<Bed>}. */
    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(ConfigurationTypesTest::classes);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }
}
