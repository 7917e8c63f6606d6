/** Rows 1 to 30 of Phụ lục 2 as printed; row 12 with its continuation line. */
export const PHU_LUC_2: readonly string[] = [
  'Số cơ quan trong kế hoạch kiểm tra CCHC được phê duyệt',
  'Số cơ quan được kiểm tra về CCHC',
  'Số cơ quan công khai đầy đủ, đúng quy định bộ TTHC tại Bộ phận tiếp nhận và trả kết quả',
  'Số cơ quan chuyên môn trong kế hoạch kiểm tra, đánh giá tình hình tổ chức và hoạt động',
  'Số cơ quan được kiểm tra về tình hình tổ chức và hoạt động',
  'Số cơ quan có cơ cấu công chức theo vị trí việc làm được phê duyệt',
  'Số đơn vị sự nghiệp dịch vụ công trực thuộc có cơ cấu viên chức theo vị trí việc làm được phê duyệt',
  'Số cơ quan hành chính thực hiện đúng cơ cấu công chức được phê duyệt',
  'Số đơn vị sự nghiệp dịch vụ công thực hiện đúng cơ cấu viên chức được phê duyệt',
  'Số cơ quan hành chính, đơn vị sự nghiệp dịch vụ công thực hiện đúng quy định về tuyển dụng công chức, viên chức',
  'Số cơ quan hành chính, đơn vị sự nghiệp dịch vụ công thực hiện đúng quy định về sử dụng, bổ nhiệm, khen ' +
    'thưởng và các chế độ chính sách đối với cán bộ, công chức, viên chức',
  'Số cơ quan hành chính thực hiện cơ chế khoán biên chế và kinh phí hành chính theo Nghị định 130',
  'Số cơ quan hành chính ban hành quy chế chi tiêu nội bộ để triển khai cơ chế khoán biên chế và kinh phí hành ' +
    'chính theo Nghị định 130',
  'Số cơ quan hành chính ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được giao làm cơ sở chi trả thu ' +
    'nhập tăng thêm cho công chức',
  'Số đơn vị sự nghiệp thực hiện cơ chế tự chủ tự chịu trách nhiệm theo Nghị định 43',
  'Số đơn vị sự nghiệp ban hành quy chế chi tiêu nội bộ',
  'Số đơn vị sự nghiệp ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được giao làm cơ sở chi trả thu ' +
    'nhập tăng thêm cho người lao động',
  'Số tổ chức khoa học và công nghệ được phê duyệt đề án chuyển đổi tổ chức và hoạt động theo Nghị định 115',
  'Số tổ chức khoa học và công nghệ ban hành quy chế chi tiêu nội bộ',
  'Số tổ chức khoa học và công nghệ ban hành tiêu chí đánh giá mức độ hoàn thành nhiệm vụ được giao làm căn cứ ' +
    'chi trả thu nhập tăng thêm cho người lao động',
  'Số cơ quan, đơn vị triển khai ứng dụng phần mềm quản lý văn bản',
  'Số cơ quan sử dụng mạng nội bộ (mạng LAN) để trao đổi công việc',
  'Số cơ quan chuyên môn cấp tỉnh, đơn vị hành chính cấp huyện có Cổng (trang) thông tin điện tử',
  'Số lĩnh vực, quy trình công việc được cấp chứng chỉ ISO',
  'Số lĩnh vực, quy trình công việc thực hiện đúng quy định ISO trong hoạt động',
  'Số thủ tục hành chính áp dụng cơ chế một cửa',
  'Số thủ tục hành chính áp dụng cơ chế một cửa liên thông',
  'Số đơn vị hành chính cấp xã triển khai cơ chế một cửa, cơ chế một cửa liên thông',
  'Số đơn vị cấp xã đạt yêu cầu về cơ sở vật chất, trang thiết bị theo quy định',
  'Số xã thực hiện mô hình một cửa hiện đại',
];
