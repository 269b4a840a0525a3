package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class TilePictureTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    /** A dark tile with a bar of one colour and stripes in the place of letters. */
    private static TilePicture tile(Color bar, int letterOffset) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x141c25));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(bar);
        graphics.fillRect(8, 40, WIDTH - 16, 46);
        graphics.setColor(Color.WHITE);
        for (int letter = 0; letter < 10; letter++) {
            graphics.fillRect(20 + letterOffset + letter * 24, 120, 8, 60);
        }
        graphics.dispose();
        return TilePicture.of(image);
    }

    @Test
    void lettersOfAnotherFontDifferLessThanABarOfAnotherColour() {
        // given
        TilePicture red = tile(new Color(0xb0121e), 0);

        // then
        assertThat(red.differenceFrom(tile(new Color(0xb0121e), 0))).isZero();
        assertThat(red.differenceFrom(tile(new Color(0xb0121e), 3))).isLessThan(AlarmLevelPicturesIT.MOST_DIFFERENCE);
        assertThat(red.differenceFrom(tile(new Color(0xf5c518), 0)))
                .isGreaterThan(AlarmLevelPicturesIT.MOST_DIFFERENCE);
        assertThat(red.differenceFrom(tile(new Color(0x141c25), 0)))
                .isGreaterThan(AlarmLevelPicturesIT.MOST_DIFFERENCE);
    }
}
