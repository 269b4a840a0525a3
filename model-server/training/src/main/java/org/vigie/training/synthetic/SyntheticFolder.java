package org.vigie.training.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.Physionet2012Units;
import org.vigie.training.feature.LabelledStay;

/**
 * Writes and reads the folder of a synthesis: {@code shared/} holds the synthetic stays in the form of PhysioNet-2012, {@code private/} the
 * numbers of the recorded stays that they were made from. Only the first may leave the hospital.
 */
public record SyntheticFolder(Path folder) {
    private static final String MEMBERS = "members.csv";

    /** Returns the folder of the synthetic cohort. */
    public Path shared() {
        return folder.resolve("shared");
    }

    /** Returns a file of the private part. */
    public Path privateFile(String name) {
        return folder.resolve("private").resolve(name);
    }

    /** Writes the synthetic stays and the members. */
    public void write(List<LabelledStay> synthetic, List<LabelledStay> members) throws IOException {
        Path set = Files.createDirectories(shared().resolve("set-a"));
        List<String> outcomes =
                new ArrayList<>(List.of("RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death"));
        for (LabelledStay stay : synthetic) {
            Files.write(set.resolve(stay.stay().id() + ".txt"), lines(stay));
            outcomes.add(stay.stay().id() + ",-1,-1,-1,-1," + (stay.died() ? 1 : 0));
        }
        Files.write(shared().resolve("Outcomes-a.txt"), outcomes);
        Files.createDirectories(folder.resolve("private"));
        Files.writeString(
                privateFile(MEMBERS),
                members.stream()
                        .map(stay -> stay.stay().id() + "\n")
                        .collect(Collectors.joining("", "RecordID\n", "")));
    }

    /** Returns the RecordIDs of the members. */
    public Set<Integer> members() throws IOException {
        List<String> lines = Files.readAllLines(privateFile(MEMBERS));
        return lines.stream().skip(1).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines(LabelledStay stay) {
        StaticFeatures facts = stay.stay().statics();
        List<String> lines = new ArrayList<>(List.of(
                "Time,Parameter,Value",
                "00:00,RecordID," + stay.stay().id(),
                "00:00,Age," + number(facts.age()),
                "00:00,Gender," + gender(facts),
                "00:00,Height," + number(facts.heightCm()),
                "00:00,ICUType," + unit(facts),
                "00:00,Weight," + number(facts.weightKg())));
        HourlyCells cells = HourlyCells.of(stay);
        for (int cell = 0; cell < cells.values().length; cell++) {
            if (cells.isMeasured(cell)) {
                lines.add(line(cell, cells.values()[cell]));
            }
        }
        return lines;
    }

    private static String line(int cell, double value) {
        Variable variable = VariableCatalogue.standard().series().get(cell % HourlyGrid.SERIES);
        UnitConversion unit =
                variable.conversionFrom(Physionet2012Units.unit(variable)).orElse(UnitConversion.IDENTITY);
        return String.format(
                Locale.ROOT,
                "%02d:30,%s,%.4f",
                cell / HourlyGrid.SERIES,
                variable.challenge2012().orElseThrow(),
                (value - unit.offset()) / unit.factor());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-1" : Double.toString(value);
    }

    private static int gender(StaticFeatures facts) {
        return switch (facts.sex()) {
            case FEMALE -> 0;
            case MALE -> 1;
            case UNKNOWN -> -1;
        };
    }

    private static int unit(StaticFeatures facts) {
        return switch (facts.unit()) {
            case CORONARY -> 1;
            case CARDIAC_SURGERY -> 2;
            case MEDICAL -> 3;
            case SURGICAL -> 4;
            case UNKNOWN -> -1;
        };
    }
}
