package org.vigie.terminology;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;

/**
 * Maps answers that are words or codes to the numbers of the catalogue, from {@code coded-values.csv}. Immutable.
 *
 * <p>The ventilation mode is a scale of support: 0 none, 1 high-flow oxygen, 2 non-invasive ventilation, 3 invasive with spontaneous
 * breathing, 4 invasive and controlled. The names of ISO 19223 begin with the breathing pattern. Words that mean different modes at
 * different makers (BIPAP, SPONT) are in no row.
 */
public final class CodedValueTable {
    private static final CodedValueTable STANDARD = new CodedValueTable();

    private final Map<String, List<CodedValue>> byVariable;

    /** Describes one word and its number. A word that ends in a star is the beginning of a word. */
    private record CodedValue(String word, double number) {
        boolean means(SentCode answer) {
            return matches(answer.code()) || matches(answer.name());
        }

        private boolean matches(String sent) {
            String plain = SentCode.plain(sent);
            String own = SentCode.plain(word);
            return own.endsWith("*") ? plain.startsWith(own.substring(0, own.length() - 1)) : plain.equals(own);
        }
    }

    private CodedValueTable() {
        byVariable = new CodeTable("coded-values.csv")
                .rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getField("variable"),
                                Collectors.mapping(
                                        row -> new CodedValue(
                                                row.getField("name"), Double.parseDouble(row.getField("value"))),
                                        Collectors.toUnmodifiableList())));
    }

    /** Returns the table that ships with Vigie. */
    public static CodedValueTable standard() {
        return STANDARD;
    }

    /** Returns the number of an answer. Empty when no code of it is known, or when two of them contradict each other. */
    public OptionalDouble number(Variable variable, List<SentCode> answers) {
        Set<Double> numbers = byVariable.getOrDefault(variable.name(), List.of()).stream()
                .filter(coded -> answers.stream().anyMatch(coded::means))
                .map(CodedValue::number)
                .collect(Collectors.toSet());
        return numbers.size() == 1 ? OptionalDouble.of(numbers.iterator().next()) : OptionalDouble.empty();
    }

    /** Interprets an answer. {@link DropReason#TEXT} when its variable has no coded answers, or the answer is not known. */
    public InterpretedValue interpret(CodeMatch match, List<SentCode> answers) {
        OptionalDouble number =
                match.variable().map(variable -> number(variable, answers)).orElse(OptionalDouble.empty());
        return number.isPresent()
                ? new CatalogueQuantity(match.variable().orElseThrow(), number.getAsDouble(), UnitConversion.IDENTITY)
                : new NotInterpreted(DropReason.TEXT);
    }
}
