package org.vigie.signal.alarm.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.table.LocatedYamlNode;

/**
 * Holds the alarm rules of every unit.
 *
 * @param source citation of the rules
 * @param profiles unit profiles; the first one applies to every unit that no other profile names
 */
public record AlarmRuleCatalogue(String version, String source, List<UnitRules> profiles) {
    private static final String ADULT_ICU = "adult-icu";

    public AlarmRuleCatalogue {
        profiles = List.copyOf(profiles);
    }

    /** Returns the shipped catalogue of the present version. */
    public static AlarmRuleCatalogue adultIcu() {
        return shipped(ADULT_ICU).orElseThrow();
    }

    /** Returns a shipped catalogue by its name, such as {@code adult-icu-3}; empty when none has this name. */
    public static Optional<AlarmRuleCatalogue> shipped(String name) {
        String file = name + ".yaml";
        try (InputStream text = AlarmRuleCatalogue.class.getResourceAsStream(file)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(of(file, new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a shipped catalogue or reads a rule file.
     *
     * @param nameOrFile name of a shipped catalogue, else the path of a file
     * @throws IllegalArgumentException when the file is invalid; the message has the form {@code file:line: what was expected}
     * @throws UncheckedIOException when neither a shipped catalogue nor a readable file has this name
     */
    public static AlarmRuleCatalogue load(String nameOrFile) {
        return shipped(nameOrFile).orElseGet(() -> read(nameOrFile));
    }

    private static AlarmRuleCatalogue read(String file) {
        try {
            return of(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("rules: cannot be read: " + file, e);
        }
    }

    /**
     * Reads and checks a rule file.
     *
     * @param file name of the file, for messages
     * @param text content of the file
     * @throws IllegalArgumentException when the file is invalid; the message has the form {@code file:line: what was expected}
     */
    public static AlarmRuleCatalogue of(String file, String text) {
        return new RuleFileParser(LocatedYamlNode.read(file, "rule set", text)).parse();
    }

    public UnitRules standard() {
        return profiles.get(0);
    }

    /**
     * Returns the rules of a bed.
     *
     * @param bed {@code unit/bed}
     */
    public UnitRules at(String bed) {
        int slash = bed.indexOf('/');
        String unit = slash < 0 ? bed : bed.substring(0, slash);
        for (UnitRules profile : profiles) {
            if (profile.units().contains(unit)) {
                return profile;
            }
        }
        return standard();
    }

    /**
     * Returns the unit profiles in which no rule alarms on a low mean pressure of an arterial line. The cleaning doubts its other pressures
     * where the mean still calls (revision 2).
     */
    public List<String> profilesWithoutLowMean() {
        return profiles.stream()
                .filter(profile -> profile.rules().rules().stream()
                        .flatMap(rule -> rule.sources().stream())
                        .noneMatch(source -> source.side() == LimitSide.BELOW
                                && source.variable().equals(VariableNames.ABP_MEAN)))
                .map(UnitRules::profile)
                .toList();
    }
}
