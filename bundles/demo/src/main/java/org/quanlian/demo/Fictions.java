package org.quanlian.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.quanlian.model.Area;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.UnifiedSocialCreditCode;

/** Names and numbers that nobody has: valid in form, plainly fictitious (示例), and each only once. */
final class Fictions {
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;

    private static final List<String> BRANDS = List.of(
            "晨光", "云岭", "启明", "汇川", "恒泽", "远航", "青禾", "瑞石", "明德", "新元", "海岳", "天工", "博观", "卓越", "金穗", "蓝图", "星野", "九章",
            "鼎新", "致远", "同创", "华彩", "盛景", "正源", "开物", "朗润", "禾木", "智联", "众合", "泰和");
    private static final List<String> TRADES =
            List.of("新材料", "智能装备", "生物科技", "信息技术", "环保科技", "能源科技", "电子", "精密机械", "农业科技", "医疗器械", "软件", "检测仪器");
    private static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗");

    /** The cities with the names by which people call them; that of a login stands in {@link #LOGINS}. */
    static final Map<String, String> CITIES = Map.ofEntries(
            Map.entry("140100", "太原"),
            Map.entry("140171", "综改区"),
            Map.entry("140200", "大同"),
            Map.entry("140300", "阳泉"),
            Map.entry("140400", "长治"),
            Map.entry("140500", "晋城"),
            Map.entry("140600", "朔州"),
            Map.entry("140700", "晋中"),
            Map.entry("140800", "运城"),
            Map.entry("140900", "忻州"),
            Map.entry("141000", "临汾"),
            Map.entry("141100", "吕梁"));

    private static final Map<String, String> LOGINS = Map.ofEntries(
            Map.entry("140100", "taiyuan"),
            Map.entry("140171", "zonggai"),
            Map.entry("140200", "datong"),
            Map.entry("140300", "yangquan"),
            Map.entry("140400", "changzhi"),
            Map.entry("140500", "jincheng"),
            Map.entry("140600", "shuozhou"),
            Map.entry("140700", "jinzhong"),
            Map.entry("140800", "yuncheng"),
            Map.entry("140900", "xinzhou"),
            Map.entry("141000", "linfen"),
            Map.entry("141100", "lvliang"));

    private static final Map<ServiceCategory, List<String>> SERVICES = Map.of(
            ServiceCategory.TESTING, List.of("样品成分检测", "材料力学性能测试", "电磁兼容测试", "环境可靠性试验"),
            ServiceCategory.SCIENTIFIC_DATA, List.of("气象数据加工服务", "地质数据分析服务"),
            ServiceCategory.NOVELTY_SEARCH, List.of("科技查新", "专利文献检索分析"),
            ServiceCategory.BIOLOGICAL_MATERIALS, List.of("菌种保藏与供应", "实验动物供应"),
            ServiceCategory.COMPUTING, List.of("高性能计算机时", "仿真计算服务"),
            ServiceCategory.DESIGN, List.of("工业产品设计", "专用芯片设计"),
            ServiceCategory.SAMPLE_PROCESSING, List.of("样品加工制备", "精密零件试制"),
            ServiceCategory.PILOT_TEST, List.of("中试放大试验", "工艺验证中试"));

    private final Draw draw;
    private final Set<String> names = new HashSet<>();
    private int codes;
    private int invoices;

    Fictions(Draw draw) {
        this.draw = draw;
    }

    static String loginOf(Area city) {
        return "demo." + LOGINS.get(city.code());
    }

    static String nameOf(Area city) {
        return CITIES.get(city.code());
    }

    String person() {
        return draw.of(SURNAMES) + "示例";
    }

    String enterprise(Area city) {
        return once(() -> nameOf(city) + "示例" + draw.of(BRANDS) + draw.of(TRADES) + "有限公司");
    }

    String provider(Area city, String kind) {
        return once(() -> nameOf(city) + "示例" + draw.of(BRANDS) + kind);
    }

    String service(ServiceCategory category) {
        return draw.of(SERVICES.get(category));
    }

    /** A code that nobody else gets. */
    UnifiedSocialCreditCode code(String registrar, Area area) {
        return code(registrar, area, "MADEM%04d".formatted(++codes));
    }

    /** A code whose check character is right. */
    static UnifiedSocialCreditCode code(String registrar, Area area, String organisation) {
        String body = registrar + area.code() + organisation;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CODE_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return new UnifiedSocialCreditCode(body + CODE_ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS));
    }

    /** The number of a digital invoice: year, area, channel, serial. */
    InvoiceNumber invoice(int year) {
        return InvoiceNumber.digital("%02d142%015d".formatted(year % 100, ++invoices * 7919L));
    }

    private String once(Supplier<String> make) {
        String name = make.get();
        String base = name;
        for (int i = 2; !names.add(name); i++) {
            name = base + "（" + i + "）";
        }
        return name;
    }
}
