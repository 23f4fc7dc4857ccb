package org.quanlian.documents.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.documents.internal.Samples;

/**
 * Pages look as those that somebody looked at. When a page is meant to look otherwise, look at the one in
 * {@code target/pages} and put it in the place of the kept one.
 */
class PageLooksTest {
    /** How far a page may differ from the kept one, on average over its dots, of 255 steps of grey. */
    private static final double TOLERANCE = 1.5;

    @ParameterizedTest
    @ValueSource(
            strings = {"application-1", "application-2", "decision-1", "recommendations-1", "notice-1", "allocation-1"})
    void shouldLookAsItDid(String page) throws IOException {
        int dash = page.indexOf('-');
        byte[] pdf = Pages.print(
                switch (page.substring(0, dash)) {
                    case "application" -> Samples.application("太原示例新材料科技有限公司", 3);
                    case "decision" -> Samples.decision("太原示例新材料科技有限公司", 3);
                    case "recommendations" -> Samples.recommendations("太原示例新材料科技有限公司", 50);
                    case "notice" -> Samples.notice("太原示例新材料科技有限公司", 60);
                    default -> Samples.allocation("太原示例新材料科技有限公司", 30);
                });
        BufferedImage now = Pages.picture(pdf, Integer.parseInt(page.substring(dash + 1)) - 1);
        Path file = Files.createDirectories(Path.of("target", "pages")).resolve(page + ".png");
        ImageIO.write(now, "png", file.toFile());

        assertThat(difference(kept(page), now))
                .as("%s against the kept page", file)
                .isLessThan(TOLERANCE);
    }

    private static BufferedImage kept(String page) throws IOException {
        try (InputStream in = PageLooksTest.class.getResourceAsStream(page + ".png")) {
            assertThat(in).as("the kept page").isNotNull();
            return ImageIO.read(in);
        }
    }

    private static double difference(BufferedImage kept, BufferedImage now) {
        assertThat(now.getWidth()).isEqualTo(kept.getWidth());
        assertThat(now.getHeight()).isEqualTo(kept.getHeight());
        double sum = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                sum += Math.abs(grey(kept.getRGB(x, y)) - grey(now.getRGB(x, y)));
            }
        }
        return sum / (now.getWidth() * (double) now.getHeight());
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}
