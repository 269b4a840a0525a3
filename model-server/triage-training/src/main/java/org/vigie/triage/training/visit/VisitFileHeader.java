package org.vigie.triage.training.visit;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.training.visit.VisitFile.VisitRow;

/** Maps the columns of a visit file to inputs. */
final class VisitFileHeader {
    private static final List<String> IDS = List.of("id", "visit_id", "stay_id");
    private static final String COMPLAINT = "chief_complain";
    private static final String LEVEL = "ktas_expert";

    private final String file;
    private final List<String> names;
    private final Map<TriageInput, Integer> inputs = new EnumMap<>(TriageInput.class);
    private final Map<String, Integer> named = new HashMap<>();

    private VisitFileHeader(String file, List<String> names) {
        this.file = file;
        this.names = names;
    }

    static VisitFileHeader of(String file, List<String> names) throws VisitFileException {
        VisitFileHeader header = new VisitFileHeader(file, names);
        for (int column = 0; column < names.size(); column++) {
            header.add(names.get(column), column);
        }
        if (header.inputs.isEmpty()) {
            throw new VisitFileException(file + ":1: none of the columns " + expected() + " is there, only " + names);
        }
        return header;
    }

    private static List<String> expected() {
        return Arrays.stream(TriageInput.values()).map(TriageInput::column).toList();
    }

    private void add(String name, int column) throws VisitFileException {
        Optional<TriageInput> input = TriageInput.ofColumn(name);
        Integer twice = input.isPresent()
                ? inputs.put(input.get(), column)
                : named.put(name.strip().toLowerCase(Locale.ROOT), column);
        boolean read = input.isPresent() || IDS.contains(name) || name.strip().equalsIgnoreCase(COMPLAINT);
        if (twice != null && read) {
            throw new VisitFileException(file + ":1: column '" + name.strip() + "' is there twice, as " + (twice + 1)
                    + " and " + (column + 1));
        }
    }

    VisitRow row(CsvRecord cells, int number) throws VisitFileException {
        checkWidth(cells);
        Map<TriageInput, Double> known = TriageVisit.emptyValues();
        List<String> unused = new ArrayList<>();
        inputs.forEach((input, column) -> take(input, cells.getField(column).strip(), known, unused));
        TriageVisit visit = new TriageVisit(known, cell(cells, COMPLAINT));
        return new VisitRow(cells.getStartingLineNumber(), id(cells, number), visit, unused, level(cell(cells, LEVEL)));
    }

    private void checkWidth(CsvRecord cells) throws VisitFileException {
        if (cells.getFieldCount() != names.size()) {
            throw new VisitFileException(place(cells) + ": has " + cells.getFieldCount() + " cells, the heading has "
                    + names.size() + ": column " + wrong(cells.getFieldCount()));
        }
    }

    private String place(CsvRecord cells) {
        return file + ":" + cells.getStartingLineNumber();
    }

    private String wrong(int width) {
        return width < names.size()
                ? (width + 1) + " '" + names.get(width).strip() + "' is missing"
                : (names.size() + 1) + " has no name";
    }

    private static void take(TriageInput input, String cell, Map<TriageInput, Double> known, List<String> unused) {
        double value = number(cell);
        if (input.isPlausible(value)) {
            known.put(input, value);
        } else if (!cell.isEmpty()) {
            unused.add(input.column() + " '" + cell + "'");
        }
    }

    private String id(CsvRecord cells, int number) {
        return IDS.stream()
                .map(name -> cell(cells, name))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse(String.valueOf(number));
    }

    private String cell(CsvRecord cells, String name) {
        Integer column = named.get(name);
        return column == null ? "" : cells.getField(column).strip();
    }

    /** Reads a number; NaN when the cell holds none. */
    private static double number(String cell) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static int level(String cell) {
        double level = number(cell);
        return level >= 1 && level <= 5 ? (int) level : 0;
    }
}
