package org.vigie.station.display;

import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.Variable;

/**
 * Configures what the page of a site shows.
 *
 * @param score where a predicted risk is shown
 * @param scoreByUnit where the units that differ show it: {@code {REA: SILENT}}; a bed's unit is its name before the first {@code /}
 * @param estimateFirst true when a risk is sent only to the physicians whose own estimate stands
 * @param units in which laboratory values are read
 * @param clock in which time zone the page writes times, and when shifts begin
 * @param adults from which age limits and scores are meant for the patients
 */
public record DisplayConfig(
        ScoreDisplay score,
        Map<String, ScoreDisplay> scoreByUnit,
        boolean estimateFirst,
        UnitSystem units,
        UnitClockConfig clock,
        AdultAgeConfig adults) {
    public DisplayConfig {
        scoreByUnit = Map.copyOf(scoreByUnit);
    }

    /** Creates a configuration with the default clock and age. */
    public DisplayConfig(
            ScoreDisplay score, Map<String, ScoreDisplay> scoreByUnit, boolean estimateFirst, UnitSystem units) {
        this(score, scoreByUnit, estimateFirst, units, UnitClockConfig.defaults(), AdultAgeConfig.defaults());
    }

    /** Creates a configuration without exceptions for units; an own estimate comes first. */
    public DisplayConfig(ScoreDisplay score, UnitSystem units) {
        this(score, Map.of(), true, units);
    }

    /** Returns the defaults: a risk on the bed's page only, after an own estimate; SI units. */
    public static DisplayConfig defaults() {
        return new DisplayConfig(ScoreDisplay.BED, UnitSystem.SI);
    }

    /** Returns these settings for a site that shows a risk without an own estimate before it. */
    public DisplayConfig withoutEstimate() {
        return new DisplayConfig(score, scoreByUnit, false, units, clock, adults);
    }

    /** Returns where the unit of a bed shows a risk. */
    public ScoreDisplay scoreAt(String bed) {
        return scoreByUnit.getOrDefault(unit(bed), score);
    }

    /** Returns the age from which the limits and scores of a bed's unit are meant for its patients. */
    public int adultAgeAt(String bed) {
        return adults.at(unit(bed));
    }

    private static String unit(String bed) {
        int slash = bed.indexOf('/');
        return slash < 0 ? bed : bed.substring(0, slash);
    }

    /** Returns the unit in which a variable is read; empty when that is the catalogue's unit. */
    public Optional<DisplayUnit> unitOf(Variable variable) {
        return units.of(variable);
    }
}
