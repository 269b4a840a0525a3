package org.vigie.schemas.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the constants and the rows of {@code variables.csv} name the same variables. */
class VariableNamesTest {
    @Test
    void everyVariableOfTheCatalogueHasOneConstant() {
        // given
        List<String> rows =
                VariableCatalogue.standard().all().stream().map(Variable::name).toList();

        // when
        Map<String, String> constants = constants();

        // then
        assertThat(constants.values()).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void aConstantIsCalledAsItsVariable() {
        assertThat(constants())
                .allSatisfy((constant, name) -> assertThat(constant).isEqualTo(name.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> constants() {
        return Arrays.stream(VariableNames.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .collect(Collectors.toMap(Field::getName, VariableNamesTest::value));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }
}
