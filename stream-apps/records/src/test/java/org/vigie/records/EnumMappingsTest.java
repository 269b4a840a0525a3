package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.AlarmFeedbackRecord;

/** Tests that every constant of either side has exactly one partner. */
class EnumMappingsTest {
    /** Holds one mapping with its two enums. */
    private record MappedEnums<A extends Enum<A>, R extends Enum<R>>(
            String name, EnumMapping<A, R> mapping, Class<A> record, Class<R> rule) {
        List<A> partners() {
            return Arrays.stream(rule.getEnumConstants()).map(mapping::toRecord).toList();
        }

        Set<A> withoutPartner() {
            Set<A> left = EnumSet.allOf(record);
            partners().forEach(left::remove);
            return left;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<MappedEnums<?, ?>> mappings() {
        return Arrays.stream(EnumMappings.class.getDeclaredFields())
                .filter(field -> field.getType() == EnumMapping.class)
                .map(EnumMappingsTest::mappedEnums);
    }

    @Test
    void everyPairIsTested() {
        assertThat(mappings()).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("mappings")
    <A extends Enum<A>, R extends Enum<R>> void everyConstantOfTheRuleHasItsOwnPartner(MappedEnums<A, R> enums) {
        assertThat(enums.partners())
                .doesNotHaveDuplicates()
                .hasSize(enums.rule().getEnumConstants().length);
        assertThat(enums.rule().getEnumConstants())
                .allSatisfy(rule -> assertThat(
                                enums.mapping().toRule(enums.mapping().toRecord(rule)))
                        .isEqualTo(rule));
    }

    /** Readers get it in place of a symbol of a later version. */
    @ParameterizedTest
    @MethodSource("mappings")
    <A extends Enum<A>, R extends Enum<R>> void onlyUnknownMayHaveNoPartner(MappedEnums<A, R> enums) {
        // when
        Set<A> left = enums.withoutPartner();

        // then
        assertThat(left).extracting(Enum::name).isSubsetOf("UNKNOWN");
        assertThat(left)
                .allSatisfy(only -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> enums.mapping().toRule(only)));
    }

    @Test
    void aConstantWithoutAPartnerIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnumMappings.ALARM_FEEDBACK.toRule(AlarmFeedbackRecord.UNKNOWN))
                .withMessage("AlarmFeedbackRecord: no rule knows UNKNOWN");
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the field's type says which enums they are
    private static MappedEnums<?, ?> mappedEnums(Field field) {
        var types = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
        try {
            return new MappedEnums(field.getName(), (EnumMapping) field.get(null), (Class) types[0], (Class) types[1]);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getName(), e);
        }
    }
}
