package org.vigie.signal.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.table.ClinicalTable;

/** Ranks the channels of a variable by the words in their names, as defined in {@code channels.csv}. */
final class ChannelPreference {
    /** Rank of every channel of a variable that is not in the table: all channels are equal. */
    private static final int EQUAL = 0;

    private static final ChannelPreference STANDARD =
            new ChannelPreference(ClinicalTable.beside(ChannelPreference.class, "channels.csv"));

    private final List<PreferenceRow> lines = new ArrayList<>();

    /** Holds one row of {@code channels.csv} for one variable. */
    private record PreferenceRow(String variable, int rank, Pattern words) {
        boolean isOf(String variableName, String channel) {
            return variable.equals(variableName) && words.matcher(channel).find();
        }
    }

    /** @throws IllegalArgumentException when a row ranks a variable that is not continuous; the message names the row */
    ChannelPreference(ClinicalTable table) {
        for (ClinicalTable.ClinicalTableRow row : table.rows()) {
            for (String variable : row.text("variables").split(" ", -1)) {
                if (!competes(variable)) {
                    throw new IllegalArgumentException(
                            row.place() + ".variables: must be continuous variables, was '" + variable + "'");
                }
                lines.add(new PreferenceRow(
                        variable,
                        (int) row.number("rank", EQUAL),
                        Pattern.compile(row.text("pattern"), Pattern.CASE_INSENSITIVE)));
            }
        }
    }

    static ChannelPreference standard() {
        return STANDARD;
    }

    /** Returns true for a continuous variable, of which one channel is followed. Of other variables every value counts. */
    static boolean competes(String variable) {
        return VariableCatalogue.standard()
                .find(variable)
                .filter(known -> known.sampling() == SamplingMode.CONTINUOUS)
                .isPresent();
    }

    /** Returns the rank of a channel. The lowest rank is preferred. */
    int rank(String variable, String channel) {
        return lines.stream()
                .filter(line -> line.isOf(variable, channel))
                .map(PreferenceRow::rank)
                .findFirst()
                .orElse(EQUAL);
    }
}
