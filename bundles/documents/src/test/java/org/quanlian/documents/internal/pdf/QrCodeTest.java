package org.quanlian.documents.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.quanlian.documents.internal.Samples;
import org.quanlian.documents.internal.content.ContentDigest;
import org.quanlian.documents.internal.papers.Contents;
import org.quanlian.vouchers.papers.ApplicationForm;

/** The QR code on a printed page, as a telephone reads it. */
class QrCodeTest {
    private static final int PRINT_DPI = 150;

    @Test
    void shouldLeadToTheVerificationOfThePaper() throws Exception {
        ApplicationForm form = Samples.application("太原示例新材料科技有限公司", 3);

        String read = read(Pages.print(form));

        assertThat(read).isEqualTo("https://voucher.example/api/v1/papers/" + ContentDigest.of(Contents.of(form)));
    }

    private static String read(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, PRINT_DPI);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            LuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        }
    }
}
