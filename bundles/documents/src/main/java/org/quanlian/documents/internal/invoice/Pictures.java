package org.quanlian.documents.internal.invoice;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds the QR code on a picture. */
final class Pictures {
    /** The most dots that are looked at; of bigger pictures every second, third and so on. */
    static final int MAX_DOTS = 4_000_000;

    /** The widest and highest that a picture may say it is. */
    static final int MAX_SIDE = 20_000;

    private Pictures() {}

    /** The text of a QR code, if one is found. */
    static Optional<String> qrText(byte[] picture) {
        try {
            Optional<BufferedImage> image = read(picture);
            return image.isEmpty() ? Optional.empty() : Optional.of(decode(image.get()));
        } catch (IOException | ReaderException | IllegalArgumentException e) {
            // No picture that can be read, or no code on it: people read it.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(byte[] picture) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width > MAX_SIDE || height > MAX_SIDE) {
                    return Optional.empty();
                }
                int step = 1;
                while ((long) (width / step) * (height / step) > MAX_DOTS) {
                    step++;
                }
                ImageReadParam sparsely = reader.getDefaultReadParam();
                sparsely.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, sparsely));
            } finally {
                reader.dispose();
            }
        }
    }

    private static String decode(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots))),
                        Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }
}
