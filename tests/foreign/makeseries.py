"""Makes a synthetic CT series: a disc that grows from slice to slice, 1 mm a pixel, compressed by JPEG-LS.

Called with a folder; writes the slices into it and prints the study's number (UID).
"""

import subprocess
import sys
from pathlib import Path

import numpy
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

SLICES = 24
SIZE = 256
CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"


def pixels(number):
    """Bone outside, air inside the disc would look alike: soft tissue in air, with a mark that tells the sides apart."""
    rows, columns = numpy.mgrid[0:SIZE, 0:SIZE]
    distance = numpy.hypot(rows - SIZE / 2, columns - SIZE / 2)
    picture = numpy.full((SIZE, SIZE), 24, dtype=numpy.uint16)
    picture[distance < 20 + 4 * number] = 1064
    picture[20:40, 20:60] = 1400
    return picture


def main():
    folder = Path(sys.argv[1])
    study, series, frame = generate_uid(), generate_uid(), generate_uid()
    for number in range(SLICES):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = CT_IMAGE
        meta.MediaStorageSOPInstanceUID = generate_uid()
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        plain = folder / f"{number:02}.plain"
        image = FileDataset(str(plain), Dataset(), file_meta=meta, preamble=b"\0" * 128)
        image.is_little_endian = True
        image.is_implicit_VR = False
        image.SOPClassUID = CT_IMAGE
        image.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
        image.StudyInstanceUID, image.SeriesInstanceUID, image.FrameOfReferenceUID = study, series, frame
        image.PatientName, image.PatientID = "Deneme^Hasta", "DENEME"
        image.PatientBirthDate, image.PatientSex = "19800101", "O"
        image.StudyID, image.AccessionNumber = "1", "ACC1"
        image.StudyDate = image.SeriesDate = image.ContentDate = "20240102"
        image.StudyTime = image.SeriesTime = image.ContentTime = "101112"
        image.StudyDescription, image.SeriesDescription = "Deneme", "Disk"
        image.Modality, image.SeriesNumber, image.InstanceNumber = "CT", 1, number + 1
        image.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
        image.PixelSpacing, image.SliceThickness = [1, 1], 2
        image.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        image.ImagePositionPatient = [-SIZE / 2, -SIZE / 2, -2 * number]  # head first, as it is shown
        image.SamplesPerPixel, image.PhotometricInterpretation = 1, "MONOCHROME2"
        image.Rows = image.Columns = SIZE
        image.BitsAllocated, image.BitsStored, image.HighBit, image.PixelRepresentation = 16, 12, 11, 0
        image.RescaleIntercept, image.RescaleSlope = -1024, 1
        image.WindowCenter, image.WindowWidth = 40, 400
        image.PixelData = pixels(number).tobytes()
        image.save_as(plain, write_like_original=False)
        subprocess.run(["dcmcjpls", str(plain), str(folder / f"{number:02}.dcm")], check=True)
        plain.unlink()
    print(study)


if __name__ == "__main__":
    main()
