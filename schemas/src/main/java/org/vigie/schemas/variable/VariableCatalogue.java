package org.vigie.schemas.variable;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds all variables by name, read from {@code variables.csv} in this package. Immutable. */
public final class VariableCatalogue {
    private static final VariableCatalogue STANDARD = load();

    private final Map<String, Variable> byName;
    private final Map<String, Variable> byChallenge2012;
    private final List<Variable> series;

    private VariableCatalogue(Collection<Variable> variables) {
        byName = variables.stream()
                .collect(Collectors.toMap(Variable::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        series = variables.stream()
                .filter(variable -> variable.series().isPresent())
                .sorted(Comparator.comparingInt(variable -> variable.series().getAsInt()))
                .toList();
        byChallenge2012 = variables.stream()
                .filter(variable -> variable.challenge2012().isPresent())
                .collect(Collectors.toMap(variable -> variable.challenge2012().orElseThrow(), Function.identity()));
    }

    /** Returns the catalogue that ships with Vigie. */
    public static VariableCatalogue standard() {
        return STANDARD;
    }

    public Optional<Variable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException when the catalogue has no variable with this name */
    public Variable get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("variable: unknown name '" + name + "'"));
    }

    /** Returns the variable with the PhysioNet-2012 name {@code name}. */
    public Optional<Variable> findChallenge2012(String name) {
        return Optional.ofNullable(byChallenge2012.get(name));
    }

    public Collection<Variable> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** Returns the 37 series of PhysioNet-2012 in column order. */
    public List<Variable> series() {
        return series;
    }

    private static VariableCatalogue load() {
        try (InputStream csv = Objects.requireNonNull(
                        VariableCatalogue.class.getResourceAsStream("variables.csv"), "variables.csv");
                Reader text = new InputStreamReader(csv, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return new VariableCatalogue(
                    rows.stream().map(row -> new VariableRow(row).variable()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
