/** What the help says of the commands that read their own arguments. */
export const RETURN_HELP = `  phuluc return PATH… --out THUMUC|TEP.zip [--agency MÃ] [--all] [--deadline 05/12/2020] [--issuer "Sở Nội vụ"] [--place "Khánh Hòa"]
                [--superior "UBND tỉnh Khánh Hòa"] [--symbol SNV-CCHC] [--signer "GIÁM ĐỐC"]… [--name "Họ tên"]
      Trả lại tệp cho các đơn vị có lỗi: bản sao có ghi chú tại ô, công văn, tin nhắn; --all: cả đơn vị chỉ cần giải trình.
      Mã thoát 3 nếu không có gì để trả lại.`;

export const SIGN_HELP = `  phuluc sign PATH… --out THUMUC [--numerals roman|arabic] [--place "Khánh Hòa"] [--issuer "UBND tỉnh Khánh Hòa"]
              [--signer "TM. ỦY BAN NHÂN DÂN" --signer "CHỦ TỊCH"] [--name "Họ tên"] [--preparer "Họ tên người lập biểu"]
              [--report-number 312/BC-UBND] [--report-date 15/12/2020]
      Bộ phụ lục trình ký, dạng .xlsx và .docx. Mã thoát 3 nếu đối soát không khớp hoặc không có gì để tổng hợp.`;

export const CASE_HELP = `  phuluc board PATH… [--today 2020-12-16] [--state not-sent] [--find "tên"] [--remind]
      Tình hình nộp theo danh mục: chưa gửi, đã gửi, có lỗi, trả lại, đã duyệt; --remind: chỉ in danh sách nhắc.
  phuluc trace PATH… --figure phu-luc-2/26/district
      Một số liệu toàn tỉnh được cộng từ đâu. Mã thoát 3 nếu không có số liệu đó.
  phuluc diff CŨ MỚI [--with PATH]
      Hai bản của một đơn vị khác nhau ở ô nào, ảnh hưởng đến số toàn tỉnh (--with); hoặc hai báo cáo .json. Mã thoát 1 nếu khác.
  phuluc compare KỲTRƯỚC.json PATH… [--top 10] [--json SOSANH.json]
      So với kết quả kỳ trước và với đơn vị cùng cấp; ô đáng ngờ có ảnh hưởng lớn nhất in trước.
  phuluc case new|save|show|findings|preview HOSO.json PATH… [--received-on 2020-12-15] [--file TỆP]
  phuluc case accept|off|on|adjust|approve|reopen|leave-out|return|choose|confirm|control|own|revoke HOSO.json PATH… --by "Họ tên" --reason "Lý do"
              [--finding MÃ] [--rule MÃ] [--figure BIEU/DONG/COT --value SỐ] [--agency MÃ] [--file TỆP [--form BIEU]] [--entry SỐ]
      Hồ sơ: cất và mở lại việc tổng hợp với các quyết định có lý do. new: lập, save: ghi tệp mới đến, show: nhật ký, findings: phát hiện kèm mã,
      preview: bản mới thay đổi những gì; accept: chấp nhận phát hiện, off/on: tắt, bật quy tắc, adjust: điều chỉnh số liệu, approve/reopen: duyệt, mở lại,
      leave-out: không tính vì trùng, return: trả lại, choose: chọn bản, confirm: xác nhận đơn vị gửi, control/own: biểu toàn tỉnh chỉ để đối chiếu / biểu
      của đơn vị, revoke: hủy một dòng nhật ký. Mã thoát 3 nếu quyết định không thực hiện được.
  check, consolidate, return, sign, board, trace, compare nhận --case HOSO.json (hoặc tệp kết quả .xlsx có hồ sơ bên trong).`;

export const CONFIRM_HELP = `  phuluc confirm XACNHAN.json TEP.xlsx MÃ [--by "Họ tên"] [--agencies DANHMUC.json]
      Ghi nhớ đơn vị gửi của một tệp vào tệp xác nhận, để các kỳ sau nhận ra (--confirmations XACNHAN.json).`;

export const REGISTER_HELP = `  phuluc register DANHSACH.xlsx --province "Khánh Hòa" --out agencies.json [--force]
      Lập danh mục cơ quan, đơn vị từ danh sách Excel: cột Tên cơ quan, đơn vị; nếu có: Cấp, Mã, Ký hiệu, Tên khác, Từ ngày, Đến ngày, Kế thừa.
  phuluc holidays DANHMUC.json [--year 2026 --off 2026-02-16/2026-02-20,2026-08-31 --work 2026-02-28 --source "Thông báo số …"]
      Ghi lịch nghỉ, ngày làm bù theo thông báo của năm vào danh mục để tính hạn gửi; không có --year: in lịch đang có.`;
