package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardViewConfig;

/** Tests that no number is cut off or hidden, whatever stands on a tile, at each size of the tiles. */
class TileHeightPageIT extends PageInBrowser {
    private static final List<List<Integer>> SIZES =
            List.of(List.of(1920, 1080), List.of(1366, 768), List.of(1280, 1024));

    private final Map<Integer, Long> readUpTo = new HashMap<>();
    private final BedWatchdog watchdog = new BedWatchdog(
            (clean, raw, now) -> readUpTo.getOrDefault(clean, now),
            BedWatchConfig.defaults(),
            wall.instant().minusSeconds(600));

    @Override
    BedWatchdog watchdog() {
        return watchdog;
    }

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, Map.of(), false, UnitSystem.SI));
    }

    @Test
    void noNumberIsCutOffOrHiddenWhateverStandsOnATile() {
        // given: values stay new on a slow machine too
        movable.stop();
        var densities = new TreeSet<String>();
        int filled = 0;

        for (int beds : List.of(8, 24, 40)) {
            // when
            tiles().fill(filled + 1, beds);
            filled = beds;
            page.waitForSelector("[data-bed='" + FilledTiles.bed(beds) + "'] .value");
            // then
            assertWholeAtEachSize(beds + " beds", densities);
            // when: a banner makes the tiles lower
            readUpTo.put(FilledTiles.UNREAD, wall.instant().minusSeconds(60).toEpochMilli());
            contains("#banner", "NON SURVEILLÉ");
            // then
            assertWholeAtEachSize(beds + " beds and a banner", densities);
            readUpTo.clear();
            shows("#banner", "");
        }
        assertThat(densities).containsExactly("compact", "dense", "full", "large");
    }

    @Test
    void numbersAreWholeAtEachHeightOfTheWindow() {
        // given
        movable.stop();
        tiles().fill(1, 24);
        contains("[data-bed='REA/01'] .profile", "NAD 0,25");

        // then
        for (int height = 1080; height >= 700; height -= 40) {
            TilePlaces.assertWhole(page, 1920, height, "24 beds");
        }

        // then: also on tiles that become narrow
        for (int width = 1900; width >= 1720; width -= 20) {
            TilePlaces.assertWhole(page, width, 1080, "24 beds");
        }

        // when: more beds than full tiles have room for
        tiles().fill(25, 28);
        // then
        TilePlaces.assertWhole(page, 1920, 1080, "28 beds");
        PlaywrightAssertions.assertThat(page.locator("#beds[data-density=full][data-narrow=true]"))
                .hasCount(1);
    }

    @Test
    void aNumberThatHasNoRoomIsNamedAndNotCutInHalf() {
        // given: a tile with two bars, lower than any screen makes it
        movable.stop();
        tiles().fill(1, 24);
        page.evaluate("document.querySelector('#beds').style.gridAutoRows = '120px'");

        // when: another size of the window
        page.setViewportSize(1900, 1080);

        // then
        contains("[data-bed='REA/02'] .unseen-places", "Pas de place pour ");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/02'] .temp .value"))
                .isHidden();
        assertThat(TileTexts.cutOff(page)).isEmpty();

        // when
        page.evaluate("document.querySelector('#beds').style.removeProperty('grid-auto-rows')");
        page.setViewportSize(1920, 1080);

        // then
        PlaywrightAssertions.assertThat(page.locator(".unseen-places:visible")).hasCount(0);
        TilePlaces.assertWhole(page, 1920, 1080, "with room again");
    }

    private FilledTiles tiles() {
        return new FilledTiles(ward, watchdog, wall.instant());
    }

    private void assertWholeAtEachSize(String what, TreeSet<String> densities) {
        for (List<Integer> size : SIZES) {
            TilePlaces.assertWhole(page, size.get(0), size.get(1), what);
            densities.add(page.getAttribute("#beds", "data-density"));
        }
    }
}
