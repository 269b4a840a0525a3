package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.recordings.csv.CsvTables;

/**
 * Reads which patient deteriorates or moves at what time from a table {@code patient,at_s,every_s,script}.
 *
 * <p>Patients are numbered from 1 among the simulated ones. Seconds count from the instant at which the ward went live for the first time,
 * so that a restart continues the same scenario. An empty {@code every_s} means once. The script {@code transfer} moves the patient to the
 * first free bed, once.
 */
public final class WardScenario {
    private static final List<String> STANDARD = List.of("quiet", "demo", "twelve");

    private final Instant begin;
    private final List<ScenarioLine> transfers;
    private final Map<Integer, List<ScenarioLine>> deteriorations;

    private WardScenario(Instant begin, List<ScenarioLine> lines) {
        this.begin = begin;
        this.transfers = lines.stream().filter(ScenarioLine::isTransfer).toList();
        this.deteriorations =
                lines.stream().filter(line -> !line.isTransfer()).collect(Collectors.groupingBy(ScenarioLine::patient));
    }

    /**
     * Reads a scenario.
     *
     * @param name {@code quiet}, {@code demo}, {@code twelve}, or the path of a table
     * @param begin when the ward went live for the first time
     */
    public static WardScenario load(String name, Instant begin) {
        Stream<NamedCsvRecord> rows = STANDARD.contains(name)
                ? CsvTables.rows(WardScenario.class, name + ".csv")
                : CsvTables.rows(read(Path.of(name)));
        return new WardScenario(begin, rows.map(ScenarioLine::of).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "scripts: must be one of " + STANDARD + " or a readable file, was " + file, e);
        }
    }

    /** Returns the episodes of a patient that overlap an interval. */
    public List<DeteriorationEpisode> episodes(int patient, Instant from, Instant until) {
        List<DeteriorationEpisode> episodes = new ArrayList<>();
        deteriorations(patient).forEach(line -> line.collect(begin, from, until, episodes));
        return episodes;
    }

    /** Returns the scripted transfers in the order of their time. */
    public List<ScriptedTransfer> transfers() {
        return transfers.stream()
                .map(line -> new ScriptedTransfer(line.patient(), begin.plus(line.at())))
                .sorted(Comparator.comparing(ScriptedTransfer::at))
                .toList();
    }

    /** Returns true when a script moves this patient's arterial pressure. */
    public boolean needsArterialLine(int patient) {
        return deteriorations(patient).stream()
                .anyMatch(line -> DeteriorationScript.get(line.script()).needsArterialLine());
    }

    private List<ScenarioLine> deteriorations(int patient) {
        return deteriorations.getOrDefault(patient, List.of());
    }
}
