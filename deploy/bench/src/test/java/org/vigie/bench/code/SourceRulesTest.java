package org.vigie.bench.code;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests rules for the text of the main code: each name of a variable and each mapping of enums stands in one place. */
class SourceRulesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+)\"");
    private static final Pattern COMMENT = Pattern.compile("\\s*(/\\*\\*|\\*).*");

    /** Files with words that are also names of variables. */
    private static final Map<String, Set<String>> OTHER_WORDS = Map.of(
            // parameters of the score tables, which several variables can give
            "ScoredVitalSign", Set.of("rr", "spo2", "temp"),
            "ScoreParameter", Set.of("creatinine", "dobutamine", "dopamine", "platelets"),
            "SofaScore", Set.of("creatinine", "dobutamine", "dopamine", "platelets"),
            // "ph" is the alert priority "high" of IHE PCD-04
            "FhirAlertFields", Set.of("ph"),
            // names of streams of random numbers: another name would simulate other patients
            "SimulatedPatient", Set.of("age", "height"),
            "PhysiologyModel", Set.of("hr", "rr", "spo2", "temp"));

    @Test
    void mainCodeRefersToAVariableByItsConstant() {
        // given
        Set<String> variables =
                VariableCatalogue.standard().all().stream().map(Variable::name).collect(toCollection(TreeSet::new));

        // when
        Map<String, Set<String>> literals = new TreeMap<>();
        for (Path file : CheckoutSources.mainFiles()) {
            Set<String> words = literals(file);
            words.retainAll(variables);
            if (!words.isEmpty() && !name(file).equals("VariableNames")) {
                literals.put(name(file), words);
            }
        }

        // then
        assertThat(literals)
                .as("VariableNames has a constant for each variable")
                .isEqualTo(OTHER_WORDS);
    }

    @Test
    void eachMappingOfEnumsIsTested() {
        assertThat(CheckoutSources.mainFiles())
                .filteredOn(file -> CheckoutSources.text(file).contains("EnumMapping.byName("))
                .extracting(SourceRulesTest::name)
                .as("EnumMappingsTest, StoredEnumMappingsTest and StoredAlarmEnumMappingsTest test these")
                .containsExactlyInAnyOrder(
                        "EnumMappings",
                        "ChannelStateCodec",
                        "MessageStateCodec",
                        "AlarmStateMapper",
                        "AttentionStateMapper",
                        "ConditionStateMapper",
                        "IncidentStateMapper",
                        "StayAlarmsMapper",
                        "TriageStateMapper");
    }

    private static Set<String> literals(Path file) {
        return CheckoutSources.text(file)
                .lines()
                .filter(line -> !COMMENT.matcher(line).matches())
                .flatMap(line -> LITERAL.matcher(line).results())
                .map((MatchResult literal) -> literal.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
