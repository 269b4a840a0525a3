package org.vigie.signal.alarm.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Holds the alarm rules of every unit.
 *
 * @param source citation of the rules
 * @param profiles unit profiles; the first one applies to every unit that no other profile names
 */
public record AlarmRuleCatalogue(String version, String source, List<UnitRules> profiles) {
    private static final String ADULT_ICU = "adult-icu.yaml";

    public AlarmRuleCatalogue {
        profiles = List.copyOf(profiles);
    }

    /** Returns the shipped catalogue. */
    public static AlarmRuleCatalogue adultIcu() {
        try (InputStream file =
                Objects.requireNonNull(AlarmRuleCatalogue.class.getResourceAsStream(ADULT_ICU), ADULT_ICU)) {
            return of(ADULT_ICU, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return new RuleFileParser(LocatedYamlNode.read(file, text)).parse();
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
}
