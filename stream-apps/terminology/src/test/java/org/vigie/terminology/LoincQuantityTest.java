package org.vigie.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

/**
 * Tests the quantity of each LOINC code of a variable that is sent in units of mass and of moles. A number in a unit of mass means the mass of
 * the code's own substance, which need not be that of the variable.
 */
class LoincQuantityTest {
    /** The substance of each code by LOINC's component, with its molar mass in g/mol. The mass of urea nitrogen is that of two atoms. */
    private static final Map<String, Double> MOLAR_MASSES = Map.of(
            "lactate", 90.08,
            "glucose", 180.16,
            "creatinine", 113.12,
            "urea", 60.06,
            "urea nitrogen", 28.014,
            "bilirubin", 584.66,
            "hemoglobin monomer", 16_114.0,
            "magnesium", 24.305,
            "cholesterol", 386.65,
            "calcium", 40.078);

    /** The mass of phosphate is given as that of its phosphorus, by convention of the laboratories. */
    private static final double PHOSPHORUS = 30.974;

    private static final Map<String, String> SUBSTANCES = Map.ofEntries(
            Map.entry("lactate", "32693-4 2518-9 2524-7 14118-4"),
            Map.entry("glucose", "2345-7 2339-0 14749-6 15074-8 41653-7"),
            Map.entry("creatinine", "2160-0 14682-9 38483-4"),
            Map.entry("urea nitrogen", "3094-0 6299-2"),
            Map.entry("urea", "22664-7"),
            Map.entry("bilirubin", "1975-2 14631-6 1968-7 14629-0"),
            Map.entry("hemoglobin monomer", "718-7 20509-6 59260-0"),
            Map.entry("magnesium", "2601-3 19123-9"),
            Map.entry("cholesterol", "2093-3 14647-2"),
            Map.entry("calcium", "17861-6 2000-8"),
            Map.entry("phosphate", "2777-1 14879-1"));

    /** Milligrams in a litre. */
    private static final Map<String, Double> MASSES =
            Map.of("mg/dL", 10.0, "g/L", 1_000.0, "g/dL", 10_000.0, "mg/L", 1.0, "ug/L", 0.001, "ng/mL", 0.001);

    /** Millimoles in a litre. Magnesium has two equivalents. */
    private static final Map<String, Double> MOLES = Map.of("mmol/L", 1.0, "umol/L", 0.001, "mEq/L", 0.5);

    /** Holds one unit in which a code can be sent. */
    private record SentQuantity(LoincCode code, String unit) {}

    @Test
    void theSubstanceOfEachCodeIsStated() {
        assertThat(codes().map(LoincCode::code).toList())
                .containsExactlyInAnyOrderElementsOf(SUBSTANCES.values().stream()
                        .flatMap(codes -> Stream.of(codes.split(" ")))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource
    void aNumberIsThatOfTheVariableOrItsUnitContradictsTheCode(SentQuantity sent) {
        // given
        Variable variable = sent.code().variable();
        String substance = substance(sent.code().code());
        String own = substance(variable.loinc());
        // when
        InterpretedValue read = ValueInterpreter.interpret(
                CodeMap.standard(),
                "",
                List.of(new SentCode("LN", sent.code().code(), "")),
                1,
                List.of(new SentCode("", sent.unit(), "")));
        // then
        if (MASSES.containsKey(sent.unit()) && !substance.equals(own)) {
            assertThat(read).isEqualTo(new NotInterpreted(DropReason.CONTRADICTING_UNIT));
        } else {
            double expected = millimoles(sent.unit(), own) / millimoles(variable.unit(), own);
            assertThat(((CatalogueQuantity) read).value()).isCloseTo(expected, within(expected * 0.005));
        }
    }

    static Stream<SentQuantity> aNumberIsThatOfTheVariableOrItsUnitContradictsTheCode() {
        return codes().flatMap(code -> units(code.variable()).stream()
                .filter(unit -> MASSES.containsKey(unit) || MOLES.containsKey(unit))
                .map(unit -> new SentQuantity(code, unit)));
    }

    @Test
    void aCodeWithOneUnitKeepsItBesideACodeThatAllowsAll() {
        // given
        List<SentCode> both = List.of(new SentCode("LN", "3094-0", ""), new SentCode("LN", "22664-7", ""));
        // when, then
        assertThat(ValueInterpreter.interpret(CodeMap.standard(), "", both, 40, List.of(new SentCode("", "mg/dL", ""))))
                .isEqualTo(new NotInterpreted(DropReason.CONTRADICTING_UNIT));
        assertThat(ValueInterpreter.interpret(
                        CodeMap.standard(), "", both, 10, List.of(new SentCode("", "mmol/l", ""))))
                .isInstanceOf(CatalogueQuantity.class);
    }

    @Test
    void theIntegratorsOwnMappingDecidesAboutTheUnit() {
        // given
        CodeMap mapped = CodeMap.standard().with(List.of(new LocalCodeMapping("LAB", "22664-7", "", "bun")));
        // when, then
        assertThat(ValueInterpreter.interpret(
                        mapped,
                        "LAB",
                        List.of(new SentCode("LN", "22664-7", "")),
                        20,
                        List.of(new SentCode("", "mg/dL", ""))))
                .isInstanceOf(CatalogueQuantity.class);
    }

    /** Returns the codes of variables that are sent in units of mass and of moles. */
    private static Stream<LoincCode> codes() {
        Set<String> both = VariableCatalogue.standard().all().stream()
                .filter(variable -> units(variable).stream().anyMatch(MASSES::containsKey)
                        && units(variable).stream().anyMatch(MOLES::containsKey))
                .map(Variable::name)
                .collect(Collectors.toSet());
        return LoincCode.all().stream()
                .filter(code -> both.contains(code.variable().name()));
    }

    private static Set<String> units(Variable variable) {
        Set<String> units = new TreeSet<>(variable.conversions().keySet());
        units.add(variable.unit());
        return units;
    }

    private static String substance(String code) {
        return SUBSTANCES.entrySet().stream()
                .filter(entry -> List.of(entry.getValue().split(" ")).contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static double millimoles(String unit, String substance) {
        return MASSES.containsKey(unit)
                ? MASSES.get(unit) / MOLAR_MASSES.getOrDefault(substance, PHOSPHORUS)
                : MOLES.get(unit);
    }
}
