/** What the help says of the commands that read their own arguments. */
export const RETURN_HELP = `  phuluc return PATH… --out THUMUC|TEP.zip [--agency MÃ] [--all] [--deadline 05/12/2020] [--issuer "Sở Nội vụ"] [--place "Khánh Hòa"]
                [--superior "UBND tỉnh Khánh Hòa"] [--symbol SNV-CCHC] [--signer "GIÁM ĐỐC"]… [--name "Họ tên"]
      Trả lại tệp cho các đơn vị có lỗi: bản sao có ghi chú tại ô, công văn, tin nhắn; --all: cả đơn vị chỉ cần giải trình.
      Mã thoát 3 nếu không có gì để trả lại.`;

export const SIGN_HELP = `  phuluc sign PATH… --out THUMUC [--numerals roman|arabic] [--place "Khánh Hòa"] [--issuer "UBND tỉnh Khánh Hòa"]
              [--signer "TM. ỦY BAN NHÂN DÂN" --signer "CHỦ TỊCH"] [--name "Họ tên"] [--preparer "Họ tên người lập biểu"]
      Bộ phụ lục trình ký, dạng .xlsx và .docx. Mã thoát 3 nếu đối soát không khớp hoặc không có gì để tổng hợp.`;
