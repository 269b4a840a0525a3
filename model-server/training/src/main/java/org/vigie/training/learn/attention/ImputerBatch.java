package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.CELLS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputerChannels;

/**
 * Holds a batch of stays of which random cells are hidden, joined to one array for each input.
 *
 * @param channels of the visible cells
 * @param truth scaled values; 0 where the stay has none
 * @param hidden 1 for a hidden cell, else 0
 */
record ImputerBatch(int size, float[] channels, float[] truth, float[] hidden) {
    private static final double LEAST_HIDDEN = .05;
    private static final double MOST_HIDDEN = .2;

    /** Hides random cells of scaled grids. */
    static ImputerBatch of(List<ImputationGrid> grids, ImputerChannels inputs, SplittableRandom random) {
        ImputerBatch batch = new ImputerBatch(
                grids.size(),
                new float[grids.size() * CELLS * ImputerChannels.CHANNELS],
                new float[grids.size() * CELLS],
                new float[grids.size() * CELLS]);
        for (int i = 0; i < grids.size(); i++) {
            List<HiddenCell> some = draw(grids.get(i), random);
            some.forEach(batch.hidden(i));
            float[] channels = inputs.of(grids.get(i).without(some));
            System.arraycopy(channels, 0, batch.channels, i * channels.length, channels.length);
        }
        return batch;
    }

    private Consumer<HiddenCell> hidden(int place) {
        return cell -> {
            truth[place * CELLS + cell.cell()] = (float) cell.value();
            hidden[place * CELLS + cell.cell()] = 1;
        };
    }

    private static List<HiddenCell> draw(ImputationGrid grid, SplittableRandom random) {
        double share = random.nextDouble(LEAST_HIDDEN, MOST_HIDDEN);
        List<HiddenCell> drawn = new ArrayList<>();
        for (int cell : grid.measured()) {
            if (random.nextDouble() < share) {
                drawn.add(new HiddenCell(grid.stay(), cell, grid.values()[cell]));
            }
        }
        return drawn;
    }
}
